using Microsoft.SqlServer.Dac.Model;

namespace ReservedProcurement.Core.Tests.Sql;

/// <summary>Every statement of the product compiles against the SQL Server schema, judged by Microsoft's own model.</summary>
public sealed class SqlServerProofTests
{
    [Test]
    public void Model_ScriptsAndViews_ValidateWithoutAWord()
    {
        using var model = SqlServerModel.Build();

        Assert.That(SqlServerModel.Messages(model), Is.Empty);
    }

    [Test]
    public void Statements_All_ValidateWithoutErrorOrUnresolvedName()
    {
        using var model = SqlServerModel.Build();
        var types = SqlServerModel.TypesByColumn(model);
        foreach (var statement in ProductSql.Statements)
        {
            Assert.That(() => model.AddObjects(SqlServerModel.Procedure(statement, types)), Throws.Nothing, statement.Name);
        }

        Assert.That(ProductSql.Statements, Is.Not.Empty);
        Assert.That(SqlServerModel.Messages(model), Is.Empty);
    }

    [TestCase("select Nmae from Users")]
    [TestCase("select Name from Usres")]
    [TestCase("select u.Name from Users u where x.Id = @Id")]
    public void Statements_WithAWrongName_AreFound(string text)
    {
        using var model = SqlServerModel.Build();
        model.AddObjects(SqlServerModel.Procedure(new ProductSql.Statement("Wrong", text), new Dictionary<string, string>()));

        Assert.That(SqlServerModel.Messages(model), Is.Not.Empty);
    }

    [TestCase("select Name from Users limit 1")]
    [TestCase("update Users set Name = @Name returning Id")]
    public void Statements_InAnotherDialect_AreFound(string text)
    {
        using var model = SqlServerModel.Build();

        Assert.That(
            () => model.AddObjects(SqlServerModel.Procedure(new ProductSql.Statement("Foreign", text), new Dictionary<string, string>())),
            Throws.InstanceOf<DacModelException>());
    }
}

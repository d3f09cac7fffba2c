using System.Globalization;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Web.Api;

/// <summary>The one place where a handler's answer becomes HTTP for a program.</summary>
public static class ApiResults
{
    /// <summary>What <paramref name="onSuccess"/> makes of the value, or problem details.</summary>
    public static IResult ToHttp<T>(this Result<T> result, Func<T, IResult> onSuccess) =>
        result.Succeeded ? onSuccess(result.Value) : new ProblemOf(result.Problem);

    /// <summary>200 with the value.</summary>
    public static IResult ToHttp<T>(this Result<T> result) => result.ToHttp(value => TypedResults.Ok(value));

    /// <summary>204.</summary>
    public static IResult ToHttp(this Result<Done> result) => result.ToHttp(_ => TypedResults.NoContent());

    /// <summary>200 with the record and its version as <c>ETag</c>.</summary>
    public static IResult Ok<T>(T value, int version) => new WithETag(TypedResults.Ok(value), version);

    /// <summary>201 with the record, its address and its version as <c>ETag</c>.</summary>
    public static IResult Created<T>(string address, T value, int version) => new WithETag(TypedResults.Created(address, value), version);

    /// <summary>204 with the new version as <c>ETag</c>; what an edit answers.</summary>
    public static IResult Saved(int version) => new WithETag(TypedResults.NoContent(), version);

    public static string ETag(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    private sealed class ProblemOf(Problem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => ApiProblem.Of(problem, httpContext).ExecuteAsync(httpContext);
    }

    private sealed class WithETag(IResult inner, int version) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.ETag = ETag(version);
            return inner.ExecuteAsync(httpContext);
        }
    }
}

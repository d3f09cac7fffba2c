using MimeKit;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Mail;

/// <summary>A mail that is ready to be sent.</summary>
/// <param name="Message">The mail.</param>
/// <param name="NoteAsync">What is noted when the server has taken it.</param>
public sealed record OutgoingMail(MimeMessage Message, Func<WriteTransaction, Task>? NoteAsync = null);

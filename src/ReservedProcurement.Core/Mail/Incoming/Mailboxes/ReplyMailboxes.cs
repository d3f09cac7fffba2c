using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Mail.Incoming.Mailboxes;

/// <summary>How answers by mail and calendar come in, as the settings say.</summary>
public enum IncomingMailState
{
    /// <summary>From a mail server's mailbox.</summary>
    Imap,

    /// <summary>From files in a folder, where mail is written as files too.</summary>
    Folder,

    /// <summary>Mail is sent, but no mailbox is read.</summary>
    Off,
}

public sealed class ReplyMailboxes(IOptions<IncomingMailOptions> incoming, IOptions<MailOptions> mail, IOptions<DataOptions> data)
{
    public IncomingMailState State => incoming.Value.IsOn ? IncomingMailState.Imap : mail.Value.Transport == MailTransportKind.File ? IncomingMailState.Folder : IncomingMailState.Off;

    /// <summary>The folder that is read when mail is written as files.</summary>
    public string Folder => Path.Combine(data.Value.Path, "inbox");

    /// <summary>Null when none is read.</summary>
    public IReplyMailbox? Open() => State switch
    {
        IncomingMailState.Imap => new ImapMailbox(incoming.Value),
        IncomingMailState.Folder => new FolderMailbox(Folder, incoming.Value.LargestBytes),
        _ => null,
    };
}

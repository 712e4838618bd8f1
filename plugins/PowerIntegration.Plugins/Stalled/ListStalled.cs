using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Stalled;
using PowerIntegration.Plugins.Findings;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Stalled;

/// <summary>
/// Lists what the sweep retries: events and documents that did not finish, and stopped ones whose cause may be resolved. It counts the attempt that
/// is about to be made, so that a record that cannot continue does not block others, and keeps the findings.
/// </summary>
[CustomApi(
    "pint_ListStalled",
    Gates.ListStalled,
    "Lists the events and documents to retry now, oldest first, counts the attempt, and opens and closes findings."
)]
[CustomApiOutput("EventsToRead", CustomApiFieldType.String, "Row IDs of inbound events to read and prepare, as a JSON list.")]
[CustomApiOutput("DocumentsToPrepare", CustomApiFieldType.String, "Row IDs of documents to prepare, as a JSON list.")]
[CustomApiOutput("DocumentsToSubmit", CustomApiFieldType.String, "Row IDs of documents to submit, as a JSON list.")]
[CustomApiOutput("AttachmentsToSend", CustomApiFieldType.String, "Row IDs of posted documents whose files to attach, as a JSON list.")]
[CustomApiOutput("Count", CustomApiFieldType.Integer, "Number of records listed.")]
public sealed class ListStalled : PluginShell
{
    /// <summary>Most records in one list: what one run of the sweep can take.</summary>
    internal const int ItemsMax = 50;

    /// <summary>Most documents whose files one sweep attaches: a slow download must not keep the next sweep from what pays.</summary>
    internal const int AttachmentsMax = 5;

    private protected override void Run(PluginCall call)
    {
        var service = call.SystemService();
        var now = call.Context.OperationCreatedOn;
        var reader = new StalledReader(service, now);
        var findings = new FindingWriter(service, now);
        var events = reader.Events();
        foreach (var item in events)
        {
            service.Update(
                new Entity(InboundEventTable.LogicalName, item.Row.Id)
                {
                    [InboundEventTable.NextTryOn] = Backoff.NextTry(Math.Max(item.Value.Attempts, 1), now),
                }
            );
            Report(findings, item.Value.Finding, item.Row, FindingTable.InboundEventId);
        }

        var documents = reader.Documents();
        foreach (var item in documents)
        {
            var attempts = item.Value.AttemptsAfter;
            service.Update(
                new Entity(DocumentTable.LogicalName, item.Row.Id)
                {
                    [DocumentTable.Attempts] = attempts,
                    [DocumentTable.NextTryOn] = Backoff.NextTry(attempts, now),
                }
            );
            Report(findings, item.Value.Finding, item.Row, FindingTable.DocumentId);
        }

        foreach (var item in reader.Cursors())
        {
            Report(findings, item.Value.Finding, item.Row, FindingTable.CursorId);
        }

        var attachments = reader.Attachments();
        foreach (var item in attachments)
        {
            var attempts = item.Value.AttachmentAttempts + 1;
            service.Update(
                new Entity(DocumentTable.LogicalName, item.Row.Id)
                {
                    [DocumentTable.AttachmentAttempts] = attempts,
                    [DocumentTable.AttachmentNextTryOn] = Backoff.NextTry(attempts, now),
                }
            );
        }

        FindingCloser.Close(service, findings, now);
        var toRead = documents.Where(item => item.Value.Step == StalledStep.Read).Select(item => item.Row.Id).ToList();
        var eventOf = reader.NewestEvents(toRead);
        var eventIds = events.Select(item => item.Row.Id).Concat(eventOf.Values).Distinct().ToList();

        // A document that no event brought is prepared from what it has.
        var toPrepare = documents
            .Where(item => item.Value.Step == StalledStep.Prepare || (item.Value.Step == StalledStep.Read && !eventOf.ContainsKey(item.Row.Id)))
            .Select(item => item.Row.Id)
            .ToList();
        var toSubmit = documents.Where(item => item.Value.Step == StalledStep.Submit).Select(item => item.Row.Id).ToList();
        call.Output("EventsToRead", List(eventIds));
        call.Output("DocumentsToPrepare", List(toPrepare));
        call.Output("DocumentsToSubmit", List(toSubmit));
        call.Output("AttachmentsToSend", List(attachments.Select(item => item.Row.Id)));
        call.Output("Count", eventIds.Count + toPrepare.Count + toSubmit.Count + attachments.Count);
    }

    private static void Report(FindingWriter findings, Finding? finding, Entity row, string column)
    {
        if (finding is not null)
        {
            findings.Seen(finding, StalledReader.Subject(row, column));
        }
    }

    private static string List(IEnumerable<Guid> ids) => "[" + string.Join(",", ids.Select(id => "\"" + id.ToString("D") + "\"")) + "]";
}

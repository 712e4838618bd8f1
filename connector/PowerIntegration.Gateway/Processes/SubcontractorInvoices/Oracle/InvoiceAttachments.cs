using System.Buffers;
using System.Text.Json;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Gateway.Oracle;
using PowerIntegration.Gateway.Oracle.Wire;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle.Wire;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Submission;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle;

/// <summary>The files of Oracle's payables invoices: the child <c>attachments</c>.</summary>
internal sealed class InvoiceAttachments(OracleClient oracle)
{
    private const string ItemType = "application/vnd.oracle.adf.resourceitem+json";

    // Oracle's attachment pages show a title of this length.
    private const int TitleLengthMax = 80;

    /// <summary>What is attached to an invoice; null where Oracle has no invoice with the id.</summary>
    public async Task<TargetFiles?> ListAsync(string invoiceId, CallBudget budget, CancellationToken cancellationToken)
    {
        var address = $"invoices?q={Uri.EscapeDataString("InvoiceId=" + invoiceId)}&fields=InvoiceId&links=self&limit=1";
        var found = (await oracle.GetAsync<OracleCollection<OracleInvoiceWire>>(address, budget, cancellationToken)).Items;
        if (found.Count == 0)
        {
            return null;
        }

        var key = OracleInvoices.KeyOf(found[0]);
        return new TargetFiles(key, await FilesAsync(key, budget, cancellationToken));
    }

    /// <summary>What is attached to an invoice whose key is known.</summary>
    public async Task<IReadOnlyList<TargetFile>> FilesAsync(string key, CallBudget budget, CancellationToken cancellationToken)
    {
        var address = $"{Collection(key)}?fields=AttachedDocumentId,Description&onlyData=true&limit={OracleClient.PageRows}";
        var files = (await oracle.GetAsync<OracleCollection<OracleAttachmentWire>>(address, budget, cancellationToken)).Items;
        return [.. files.Select(file => new TargetFile(file.AttachedDocumentId ?? "", file.Description))];
    }

    /// <summary>Attaches a file.</summary>
    public Task<WriteAnswer> AttachAsync(string key, OutgoingFile file, CallBudget budget, CancellationToken cancellationToken) =>
        oracle.PostAsync(Collection(key), ItemType, BodyOf(file), budget, cancellationToken);

    private static string Collection(string key) => $"invoices/{Uri.EscapeDataString(key)}/child/attachments";

    // Written as bytes: as a text the file would be in memory three times.
    private static ReadOnlyMemory<byte> BodyOf(OutgoingFile file)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("Type", "File");
            json.WriteString("Category", file.Category);
            json.WriteString("Title", WholeText.Start(file.Name, TitleLengthMax));
            json.WriteString("FileName", file.Name);
            json.WriteString("Description", file.Description);
            if (file.ContentType is { } contentType)
            {
                json.WriteString("UploadedFileContentType", contentType);
            }

            json.WriteBase64String("FileContents", file.Content);
            json.WriteEndObject();
        }

        return body.WrittenMemory;
    }
}

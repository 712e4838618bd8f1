using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>POST on the child <c>attachments</c> of an invoice. Nothing tells two equal files apart: a repeated call attaches a second one.</summary>
internal sealed class InvoiceAttachments(PayablesBook book, TimeProvider clock)
{
    private const string FileContents = "FileContents";
    private const string Content = "@content";

    /// <summary>Attaches a file and gives its row.</summary>
    public JsonObject Attach(JsonObject invoice, JsonObject payload, string userName)
    {
        var problems = new List<Problem>();
        var file = PayloadReader.Read(PayablesResources.InvoiceAttachments, payload, PayloadUse.Create, problems);
        problems.AddRange(
            AssumedFacts
                .RequiredOfAttachment.Where(attribute => file[attribute] is null)
                .Select(attribute => new Problem(AssumedFacts.RequiredText(attribute, "attachments"), "/" + attribute, "FND_CMN_REQ_ATTRIB_API_SERV"))
        );
        RequestRefusedException.ThrowIfAny(problems);
        if (!AssumedFacts.AttachmentCategories.Contains(file.Text("Category")!))
        {
            throw RequestRefusedException.BadRequest($"The value {file.Text("Category")} of the attribute Category isn't valid.", "/Category");
        }

        var bytes = new byte[file.Text(FileContents)!.Length];
        if (!Convert.TryFromBase64String(file.Text(FileContents)!, bytes, out var length))
        {
            throw RequestRefusedException.BadRequest("The value of the attribute FileContents isn't valid.", "/FileContents");
        }

        var now = Row.Timestamp(clock.GetUtcNow());
        file[Content] = file.Text(FileContents);
        file.Remove(FileContents);
        file["AttachedDocumentId"] = Row.Of(
            book.Invoices.SelectMany(one => one.Rows(PayablesResources.InvoiceAttachments.Name))
                .Select(one => one.Id("AttachedDocumentId"))
                .DefaultIfEmpty(AssumedFacts.FirstAttachmentId - 1)
                .Max() + 1
        );
        file["UploadedFileLength"] = Row.Of(length);
        file["CreatedBy"] = userName;
        file["CreationDate"] = now;
        file["LastUpdateDate"] = now;
        var changed = invoice.Copy();
        var files = changed[PayablesResources.InvoiceAttachments.Name] as JsonArray ?? [];
        changed[PayablesResources.InvoiceAttachments.Name] = files;
        files.Add(file);
        book.Commit(changed, []);
        return file;
    }

    /// <summary>Bytes of an attached file.</summary>
    public static byte[] BytesOf(JsonObject file) => Convert.FromBase64String(file.Text(Content)!);
}

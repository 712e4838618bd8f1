using PowerIntegration.Domain.ContractBilling.Proofs;
using PowerIntegration.Domain.ContractBilling.Texts;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preview;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Explanation;

/// <summary>
/// A document as its current preparation froze it: certificate, continuation sheet, what Oracle gets, proof and journals; and what waits for it.
/// Nothing is computed again but sums.
/// </summary>
public sealed record DocumentExplanation
{
    /// <summary>What people call the document.</summary>
    public required string Name { get; init; }

    /// <summary>The document.</summary>
    public required DocumentSummary Document { get; init; }

    /// <summary>ISO code of its amounts; empty where it has none yet.</summary>
    public required string Currency { get; init; }

    /// <summary>What was frozen; null where it was not prepared, or is not what was frozen.</summary>
    public FrozenPreparation? Frozen { get; init; }

    /// <summary>Why what is stored cannot be shown; null where it can, or there is none.</summary>
    public Refusal? Problem { get; init; }

    /// <summary>Later documents that wait for it.</summary>
    public IReadOnlyList<WaitingLater> Waiting { get; init; } = [];

    /// <summary>Address of its invoice in Oracle; null where there is none.</summary>
    public Uri? OracleAddress { get; init; }

    /// <summary>Address of its invoice in Procore; null where it has none, or the address of Procore's web app is not known.</summary>
    public Uri? ProcoreAddress { get; init; }

    /// <summary>What the waiting documents pay together, as far as it is known.</summary>
    public decimal WaitingAmount => Waiting.Sum(document => document.Amount ?? 0m);

    /// <summary>The document in words.</summary>
    public string Message =>
        Problem is { } problem ? problem.Sentence
        : Frozen is not { } frozen ? $"{Name} has not been prepared yet, so it has no certificate and no proof."
        : $"{Name} pays {Amount(frozen.Invoice.PayableAmount)}.";

    /// <summary>What waits, in words; empty where nothing does.</summary>
    public string WaitingMessage =>
        Waiting.Count == 0
            ? ""
            : $"{Sentence.Count(Waiting.Count, "later document")} for {Amount(WaitingAmount)} "
                + $"{(Waiting.Count == 1 ? "waits" : "wait")} until {Name} is posted.";

    /// <summary>The explanation as JSON.</summary>
    public string ToJson()
    {
        var json = new JsonObject()
            .Text("name", Name)
            .Choice("state", Document.State)
            .Text("currency", Currency)
            .Text("oracle", OracleAddress?.AbsoluteUri)
            .Text("procore", ProcoreAddress?.AbsoluteUri)
            .Text("waitingMessage", WaitingMessage)
            .ListOrEmpty("waiting", Waiting.Select(Later));
        return (Frozen is { } frozen ? Write(json, frozen) : json).ToString();
    }

    private static JsonObject Write(JsonObject json, FrozenPreparation frozen)
    {
        var certificate = StoredCertificate.Read(frozen.Texts.Certificate);
        var proof = StoredProof.Read(frozen.Texts.Proof);
        var lines = frozen.Invoice.Lines.Where(line => line.Kind == LineKind.ScheduleOfValues).OrderBy(line => line.LineNumber).ToList();
        var figures = lines.ConvertAll(SheetFigures.Of);
        return json.ListOrEmpty("certificate", certificate.Lines.Select(Line))
            .ListOrEmpty("lines", lines.Select((line, index) => figures[index].WriteTo(Line(line))))
            .Inside("totals", SheetFigures.Sum(figures).WriteTo(new JsonObject()))
            .ListOrEmpty("documents", frozen.Invoice.Documents.Select(Invoice))
            .Number("payable", frozen.Invoice.PayableAmount)
            .Texts("remarks", certificate.Remarks)
            .ListOrEmpty("inputs", proof.Inputs.Select(Input))
            .ListOrEmpty("identities", proof.Identities.Select(Identity))
            .Number("unexplained", proof.Residual)
            .Text("notProved", proof.Failure)
            .ListOrEmpty("origins", proof.Origins.Select(Origin))
            .ListOrEmpty("journals", proof.Journals.Select(Entry))
            .Number("debit", proof.Journals.Sum(entry => entry.Debit))
            .Number("credit", proof.Journals.Sum(entry => entry.Credit))
            .Texts("unread", proof.Unread);
    }

    private static JsonObject Later(WaitingLater later) =>
        new JsonObject().Text("id", later.Id.ToString("D")).Text("name", later.Name).Number("amount", later.Amount);

    private static JsonObject Line(CertificateLine line) =>
        new JsonObject().Text("line", line.Line).Text("name", line.Name).Number("before", line.Before).Number("now", line.Now);

    private static JsonObject Line(PreparedLine line) =>
        new JsonObject().WholeNumber("item", line.LineNumber).Text("description", line.Description).Text("code", line.FlatCode);

    private static JsonObject Invoice(PayablesInvoice document) =>
        new JsonObject()
            .Text("number", document.InvoiceNumber)
            .Text("kind", Sentence.Words(document.Kind))
            .Flag("canceled", document.Action == PayablesAction.Cancel)
            .Number("amount", document.Amount);

    private static JsonObject Input(CheckedInput input) =>
        new JsonObject()
            .Choice("state", input.State)
            .Text("name", input.Name)
            .Text("place", input.Place)
            .Text("source", input.Source)
            .Text("note", input.Note);

    private static JsonObject Identity(ProofIdentity identity) =>
        new JsonObject()
            .Text("name", identity.Name)
            .Number("first", identity.Left)
            .Number("second", identity.Right)
            .Number("difference", identity.Residual);

    private static JsonObject Origin(FigureOrigin origin) =>
        new JsonObject().Text("figure", origin.Figure).Number("amount", origin.Amount).Text("origin", origin.Origin);

    private static JsonObject Entry(StoredEntry entry) =>
        new JsonObject()
            .Text("account", entry.Account)
            .Text("description", entry.Description)
            .Number("debit", entry.Debit)
            .Number("credit", entry.Credit);

    private string Amount(decimal amount) => $"{Sentence.Amount(amount)} {Currency}".TrimEnd();
}

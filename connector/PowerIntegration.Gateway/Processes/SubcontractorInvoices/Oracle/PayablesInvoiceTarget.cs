using System.Text.Json;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Duplicates;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Recording;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle.Wire;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Submission;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle;

/// <summary>Oracle Payables as the target of invoices: each part is an invoice that is created and validated, or one that is canceled.</summary>
internal sealed class PayablesInvoiceTarget(OracleInvoices oracle, OracleHolds holds, InvoiceAttachments attachments) : ITarget
{
    // Parts that Oracle validated in this call: an open hold shows in the status as if validation were missing.
    private readonly HashSet<int> validated = [];

    public ProblemKind Missing => ProblemCatalog.OracleInvoiceMissing;

    public ProblemKind Unavailable => ProblemCatalog.OracleUnavailable;

    public bool Takes(DocumentKind kind) => kind != DocumentKind.OwnerInvoice;

    public IReadOnlyList<TargetPart> PartsOf(SendableDocument document)
    {
        var name = $"Document {document.Id} ({document.Name})";
        var prepared = PreparedInvoiceContent.Read(name, document.FrozenContent, document.FrozenHash, out var changed);
        return prepared is not null && document.OwnsPreparation
            ?
            [
                .. prepared.Documents.Select(invoice => new Part(prepared, invoice, PayloadOf(document, prepared, invoice))
                {
                    Known = OracleHolds.KnownOf(document),
                    IsHoldReleased = document.IsHoldReleased,
                }),
            ]
            : throw SendableDocuments.Changed(document, changed);
    }

    public async Task<string?> AlikeAsync(
        SendableDocument document,
        IReadOnlyList<TargetPart> parts,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        // What a reversal makes has the amount of what it reverses.
        if (document.Type == DocumentKind.Reversal)
        {
            return null;
        }

        var found = new List<FoundPayable>();
        foreach (var (prepared, invoice) in parts.Cast<Part>().Where(part => part.IsMade && part.Invoice.Amount > 0m))
        {
            found.AddRange(await oracle.AlikeAsync(prepared, invoice, budget, cancellationToken));
        }

        return FoundPayables.Write([.. found.DistinctBy(one => one.Id)]);
    }

    public async Task<Found?> FindAsync(ClaimedDocument document, TargetPart part, CallBudget budget, CancellationToken cancellationToken)
    {
        var (prepared, invoice) = (Part)part;
        if (await oracle.FindAsync(prepared, invoice, budget, cancellationToken) is not { } wire)
        {
            return null;
        }

        var held = prepared.HoldOf(invoice) is null ? [] : await holds.ListAsync(prepared, invoice, budget, cancellationToken);
        return Shown(document, (Part)part, wire, held);
    }

    public async Task<Applied> ApplyAsync(ClaimedDocument document, TargetPart part, CallBudget budget, CancellationToken cancellationToken)
    {
        var (prepared, invoice) = (Part)part;
        if (!part.IsMade)
        {
            return new Applied(await oracle.CancelAsync(prepared, invoice, budget, cancellationToken), null);
        }

        var answer = await oracle.CreateAsync(part.Payload!, budget, cancellationToken);
        return new Applied(answer, answer is WriteAnswer.Done done && Created(done.Body) is { } wire ? Shown(document, (Part)part, wire, []) : null);
    }

    public async Task<WriteAnswer> FinishAsync(TargetPart part, CallBudget budget, CancellationToken cancellationToken)
    {
        var (prepared, invoice) = (Part)part;

        // The hold comes first: no payment run may find the invoice validated without it.
        if (prepared.HoldOf(invoice) is { } hold)
        {
            var (known, isReleased) = (((Part)part).Known, ((Part)part).IsHoldReleased);
            if (await holds.PlaceAsync(prepared, invoice, hold, known, isReleased, budget, cancellationToken) is { } notPlaced)
            {
                return notPlaced;
            }
        }

        var answer = await oracle.ValidateAsync(prepared, invoice, budget, cancellationToken);
        if (answer is WriteAnswer.Done)
        {
            validated.Add(part.Number);
        }

        return answer;
    }

    public Task<TargetFiles?> FilesAsync(string recordId, CallBudget budget, CancellationToken cancellationToken) =>
        attachments.ListAsync(recordId, budget, cancellationToken);

    public Task<IReadOnlyList<TargetFile>> FilesOfAsync(string record, CallBudget budget, CancellationToken cancellationToken) =>
        attachments.FilesAsync(record, budget, cancellationToken);

    public Task<WriteAnswer> AttachAsync(string record, OutgoingFile file, CallBudget budget, CancellationToken cancellationToken) =>
        attachments.AttachAsync(record, file, budget, cancellationToken);

    private static string? PayloadOf(SendableDocument document, PreparedInvoice prepared, PayablesInvoice invoice) =>
        invoice.Action == PayablesAction.Create ? InvoicePayload.Of(prepared, invoice, RecordMark.Of(document.Key, invoice.Number)) : null;

    private Found Shown(ClaimedDocument document, Part part, OracleInvoiceWire wire, IReadOnlyList<OracleHoldWire> held)
    {
        var (prepared, invoice) = part;
        var words = OracleReading.WordsOf(wire) with { Holds = [.. held.Select(OracleHolds.WordsOf)] };
        var read = ReadBackText.InvoiceOf(words);
        return new Found(wire.InvoiceId ?? "", wire.InvoiceNumber ?? "", read?.InvoiceAmount, ReadBackText.Write(words))
        {
            IsOurs = FoundInvoices.IsOurs(
                document.Document.Key,
                invoice,
                part.IsMade ? document.RecordIds : document.ReversedRecordIds,
                wire.InvoiceId,
                wire.Description
            ),

            // An invoice that cannot be read is not the prepared one, and nothing is done.
            IsAsPrepared = read is not null && ReadBackComparison.Differences(prepared, invoice, read).Count == 0,
            IsDone = read is not null && ReadBackComparison.IsDone(prepared, invoice, read, validated.Contains(part.Number), part.Known),

            // The posted document learns from the recording that it is paid, so that the reversal, prepared again, becomes a credit.
            Obstacle =
                !part.IsMade && !PaidStatus.IsUnpaid(wire.PaidStatus)
                    ? $"Its payment status is {wire.PaidStatus}, so it cannot be canceled. It will be credited instead."
                    : null,
        };
    }

    // A creation answers with the invoice. Where it does not answer all of it, the look-up that follows does.
    private static OracleInvoiceWire? Created(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<OracleInvoiceWire>(body) is { InvoiceId: not null, InvoiceLines: { HasMore: false } } wire
                ? wire
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>One invoice of a preparation.</summary>
    private sealed record Part(PreparedInvoice Prepared, PayablesInvoice Invoice, string? Payload)
        : TargetPart(Invoice.Number, $"invoice {Invoice.InvoiceNumber}", Payload)
    {
        /// <summary>What is known of the document's payment holds beside what it froze.</summary>
        public KnownHolds Known { get; init; } = KnownHolds.None;

        /// <summary>True where the release of the hold was decided: it is not asked for again.</summary>
        public bool IsHoldReleased { get; init; }

        public void Deconstruct(out PreparedInvoice prepared, out PayablesInvoice invoice) => (prepared, invoice) = (Prepared, Invoice);
    }
}

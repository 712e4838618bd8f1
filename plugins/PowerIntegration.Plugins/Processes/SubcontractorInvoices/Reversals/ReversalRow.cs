using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Reversals;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Users;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Reversals;

/// <summary>The reversal of one posted document: who asked, who confirms, and everything that it decides from.</summary>
internal sealed class ReversalRow(IOrganizationService service, CommitmentSnapshot original, ReversalPerson? person)
{
    private readonly string? reason = person?.Reason;
    private readonly Entity? open = original.ReversalsOf(original.Own.Id).FirstOrDefault(row => ReversalRules.IsOpen(DocumentRows.Read(row)));

    /// <summary>Why no reversal can be asked for; null where one can, or where one is open.</summary>
    public Refusal? Refusal =>
        open is null ? ReversalRules.Unaskable(original.Summary, original.Document.RequiredText(DocumentTable.Name), reason) : null;

    /// <summary>The reversal that is open; null where none is.</summary>
    public CommitmentSnapshot? Open => open is null ? null : original.Of(open.Id);

    /// <summary>The reversal that is open, or a new one; seen from the reversal.</summary>
    public CommitmentSnapshot FindOrCreate()
    {
        if (open is not null)
        {
            return original.Of(open.Id)!;
        }

        return CommitmentSnapshot.Read(service, original.CommitmentId, service.Create(NewRow()));
    }

    /// <summary>Everything that the reversal decides from; null where something that was frozen is not what was frozen.</summary>
    public ReversalFacts? Facts(CommitmentSnapshot own, out Refusal? changed)
    {
        var posted = Frozen(original.Summary.PreparationId, out changed);
        var current = original.BasePreparationId == original.Summary.PreparationId ? posted : Frozen(original.BasePreparationId, out changed);
        if (posted is null || current is null)
        {
            return null;
        }

        var frozenBase = original.Summary.PreparationBaseId is { } baseId ? Frozen(baseId, out changed) : null;
        if (changed is not null)
        {
            return null;
        }

        var texts = new CommitmentTexts(
            original,
            frozenBase is null ? OpeningReader.Read(service, original.CommitmentId, original.Commitment) : null
        );
        var requestedBy = RequestedBy(own) ?? person?.Caller ?? new Person(Guid.Empty, own.Document.Text(DocumentTable.RequestedBy) ?? "");
        return new ReversalFacts
        {
            Own = own.Summary,
            Original = original.Summary,
            Posted = posted,
            PaidStatus = original.Document.Text(DocumentTable.PaidStatus) ?? "",
            Ledger = PreparedLedger.Of(current, original.PostedRevisions),
            Base = frozenBase is null ? Opening(texts, posted) : PreparedLedger.Of(frozenBase, original.PostedRevisions),
            BaseInvoice = frozenBase,
            OpeningProblem = frozenBase is null ? texts.OpeningProblem : null,
            RetentionTaxBefore = frozenBase?.RetentionTax ?? 0m,
            HeldRetentionBefore = frozenBase?.HeldRetention,
            CommitmentBaseId = original.BasePreparationId,
            Commitment = texts.Facts(),
            Others = own.Others,
            OracleVariances = original.OracleVariances,
            Periods = [.. Rows.All(service, PeriodRows.Query(original)).Select(row => PeriodRows.Read(new RowView(row)))],
            RetainageAccount = original.Payables.RequiredText(PayablesSetupTable.RetainageAccount),
            RequestedBy = requestedBy,
            // A person who gives a reason requests the reversal, even if it was requested before: confirming is always deliberate.
            ConfirmedBy = person is null || person.Caller.Is(requestedBy) || !string.IsNullOrWhiteSpace(reason) ? null : person.Caller,
            ConfirmedBefore = Person.Read(own.Document.Text(DocumentTable.ConfirmedById), own.Document.Text(DocumentTable.ConfirmedBy)),
            Reason = own.Document.Text(DocumentTable.ReversalReason) ?? reason ?? "",
            Address = own.Address,
        };
    }

    private static Person? RequestedBy(CommitmentSnapshot own) =>
        Person.Read(own.Document.Text(DocumentTable.RequestedById), own.Document.Text(DocumentTable.RequestedBy));

    private PreparedInvoice? Frozen(Guid? preparationId, out Refusal? changed) =>
        FrozenRows.Read(service, original, preparationId ?? throw new InvariantBrokenException("A posted document has a preparation."), out changed);

    private static ContractLedger Opening(CommitmentTexts texts, PreparedInvoice posted) =>
        texts.Opening
        ?? new ContractLedger
        {
            Currency = posted.Currency,
            OriginalContractSum = posted.OriginalContractSum,
            Lines = [],
        };

    private Entity NewRow()
    {
        var attempt = original.ReversalsOf(original.Own.Id).Count() + 1;
        return new Entity(DocumentTable.LogicalName)
        {
            [DocumentTable.Key] = SyncKey.ForReversal(original.Document.RequiredText(DocumentTable.Key), attempt),
            [DocumentTable.Name] = Sentence.Fit($"Reversal of {original.Document.Text(DocumentTable.Name)}", 200),
            [DocumentTable.EnvironmentId] = new EntityReference(
                EnvironmentTable.LogicalName,
                original.Document.RequiredReference(DocumentTable.EnvironmentId)
            ),
            [DocumentTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, original.Document.RequiredReference(DocumentTable.ProjectId)),
            [DocumentTable.CommitmentId] = new EntityReference(CommitmentTable.LogicalName, original.CommitmentId),
            [DocumentTable.DocumentType] = new OptionSetValue(DocumentTypeChoice.Reversal),
            [DocumentTable.ProcoreId] = original.Summary.ProcoreId,
            [DocumentTable.Revision] = attempt,
            [DocumentTable.SourceHash] = original.Summary.ContentHash,
            [DocumentTable.ApplicationNumber] = original.Summary.ApplicationNumber,
            [DocumentTable.ProcoreStatus] = "decided",
            [DocumentTable.Currency] = original.Commitment.RequiredText(CommitmentTable.Currency),
            [DocumentTable.RequestedBy] = person!.Caller.Name,
            [DocumentTable.RequestedById] = person.Caller.Id.ToString("D"),
            [DocumentTable.ReversalReason] = Sentence.Fit(reason!, 1000),
            [DocumentTable.ReversedDocumentId] = new EntityReference(DocumentTable.LogicalName, original.Own.Id),
            [DocumentTable.DocumentState] = new OptionSetValue(DocumentStateChoice.Received),
        };
    }
}

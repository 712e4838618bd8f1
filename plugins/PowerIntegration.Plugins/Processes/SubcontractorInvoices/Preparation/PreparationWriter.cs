using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Approvals;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Processes.SubcontractorInvoices;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Preparation;

/// <summary>Writes the answer of one preparation: the frozen rows in one create, the document in one update.</summary>
internal sealed class PreparationWriter(IOrganizationService service, CommitmentSnapshot snapshot, DateTime now)
{
    /// <summary>Writes a decision and answers it.</summary>
    public void Write(PreparationDecision decision, PreparationAnswer answer)
    {
        var preparationId = Write(decision);
        if (decision.SupersededId is { } older)
        {
            Supersede(older);
        }

        Approvals(decision);
        answer.Write(decision, snapshot.Commitment.RequiredText(CommitmentTable.Currency), preparationId);
    }

    // Whoever is asked is asked for what is frozen now. What is replaced comes last: its request goes on to the revision with the same content.
    private void Approvals(PreparationDecision decision)
    {
        var older = decision.SupersededId is { } id ? snapshot.Others.FirstOrDefault(other => other.Id == id) : null;
        if (IsAsked(decision) || IsAsked(snapshot.Summary) || (older is not null && IsAsked(older)))
        {
            var desk = new ApprovalDesk(service, now);
            desk.Update(snapshot.Own.Id);
            if (older is not null)
            {
                desk.Update(older.Id);
            }
        }
    }

    private bool IsAsked(PreparationDecision decision) =>
        IsApproved && decision is PreparationDecision.Frozen { State: DocumentState.AwaitingApproval, Place: ApprovalPlace.Teams };

    private bool IsAsked(DocumentSummary document) => IsApproved && document.State == DocumentState.AwaitingApproval;

    // A reversal waits for its second person, not for an approver.
    private bool IsApproved => snapshot.Summary.Type != DocumentKind.Reversal;

    private Guid? Write(PreparationDecision decision)
    {
        switch (decision)
        {
            case PreparationDecision.Frozen frozen:
                return Freeze(frozen);
            case PreparationDecision.Stopped stopped:
                Stop(stopped.Refusal);
                return null;
            case PreparationDecision.Replaced replaced:
                SetState(DocumentState.Superseded, null, replaced.Message);
                return null;
            default:
                return null;
        }
    }

    private Guid Freeze(PreparationDecision.Frozen frozen)
    {
        var preparationId = service.Create(Preparation(frozen));
        var changes = new Entity(DocumentTable.LogicalName, snapshot.Own.Id)
        {
            [DocumentTable.DocumentState] = State(frozen.State),
            [DocumentTable.ReasonCode] = null,
            [DocumentTable.Reason] = frozen.State == DocumentState.AwaitingApproval ? frozen.Message : null,
            [DocumentTable.PreparationId] = new EntityReference(PreparationTable.LogicalName, preparationId),
            [DocumentTable.ContentHash] = frozen.Hash,
            [DocumentTable.NumberKeys] = NumberKeys.Write([
                .. frozen.Content.Parts.Where(part => part.IsMade).Select(part => part.Name).Concat(snapshot.Summary.CanceledNumbers),
            ]),
            [DocumentTable.PayableAmount] = frozen.Content.Amount,
            [DocumentTable.AccountingDate] = frozen.Content.PostsOn?.ToDateTime(),
        };
        if (snapshot.Summary.Type == DocumentKind.Reversal)
        {
            changes[DocumentTable.ConfirmedBy] = frozen.ConfirmedBy?.Name;
            changes[DocumentTable.ConfirmedById] = frozen.ConfirmedBy?.Id.ToString("D");
        }

        UpdateDocument(changes);
        return preparationId;
    }

    private void Stop(Refusal refusal) =>
        SetState(refusal.State == StopState.Held ? DocumentState.Held : DocumentState.Refused, refusal.WireCode, refusal.Sentence);

    // An older revision steps back.
    private void Supersede(Guid documentId) =>
        service.Update(
            new Entity(DocumentTable.LogicalName, documentId)
            {
                [DocumentTable.DocumentState] = State(DocumentState.Superseded),
                [DocumentTable.ReasonCode] = null,
                [DocumentTable.Reason] = Sentence.Of($"Replaced by revision {snapshot.Summary.Revision} of the invoice."),
            }
        );

    // Nothing is written if the document already has this state.
    private void SetState(DocumentState state, string? code, string sentence)
    {
        var message = Sentence.Fit(sentence, DocumentTable.ReasonLengthMax);
        var own = snapshot.Summary;
        if (own.State == state && own.ReasonText == code && own.Message == message)
        {
            return;
        }

        UpdateDocument(
            new Entity(DocumentTable.LogicalName, snapshot.Own.Id)
            {
                [DocumentTable.DocumentState] = State(state),
                [DocumentTable.ReasonCode] = code,
                [DocumentTable.Reason] = message,
            }
        );
    }

    // The lock keeps other preparations out but not the gateway, which claims the document itself. If it claimed the document since the read, nothing
    // is written: a document that is being sent is never replaced.
    private void UpdateDocument(Entity changes)
    {
        // What moved is no longer what the sweep waited for.
        if (snapshot.Document.Instant(DocumentTable.NextTryOn) is not null)
        {
            changes[DocumentTable.NextTryOn] = null;
        }

        changes.RowVersion = snapshot.Own.RowVersion;
        service.Execute(new UpdateRequest { Target = changes, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches });
    }

    private Entity Preparation(PreparationDecision.Frozen frozen)
    {
        var sequence = snapshot.Summary.PreparationSequence + 1;
        var key = SyncKey.ForPreparation(snapshot.Document.RequiredText(DocumentTable.Key), sequence);
        var invoice = (PreparedInvoice)frozen.Content;
        var row = PreparedInvoiceRows.Write(invoice);
        row[PreparationTable.Key] = key;
        row[PreparationTable.Name] = WholeText.Start(Sentence.Of($"{invoice.InvoiceNumber}, preparation {sequence}"), PreparationTable.NameLengthMax);
        row[PreparationTable.Sequence] = sequence;
        row[PreparationTable.Content] = StoredContent.Of(invoice).Text;
        row[PreparationTable.ContentHash] = frozen.Hash;
        row[PreparationTable.Certificate] = frozen.Texts.Certificate;
        row[PreparationTable.Proof] = frozen.Texts.Proof;
        row[PreparationTable.Summary] = frozen.Texts.Summary;
        if (IsApproved && invoice.Documents.Count > 0)
        {
            row[PreparationTable.ApprovalPlace] = new OptionSetValue(ApprovalPlaces.ToChoice(frozen.Place));
            row[PreparationTable.ApprovalAmount] = invoice.ApprovalAmount;
        }

        row[PreparationTable.DocumentId] = new EntityReference(DocumentTable.LogicalName, snapshot.Own.Id);
        row[PreparationTable.CommitmentId] = new EntityReference(CommitmentTable.LogicalName, snapshot.CommitmentId);
        if (snapshot.BasePreparationId is { } baseId)
        {
            row[PreparationTable.BasePreparationId] = new EntityReference(PreparationTable.LogicalName, baseId);
        }

        var lines = new EntityCollection([.. invoice.Lines.Select(line => Line(line, key))]) { EntityName = DocumentLineTable.LogicalName };
        row.RelatedEntities[new Relationship(Relationships.LinesOfPreparation)] = lines;
        return row;
    }

    private static Entity Line(PreparedLine line, string preparationKey)
    {
        var row = PreparedInvoiceRows.Write(line);
        row[DocumentLineTable.Key] = SyncKey.ForDocumentLine(preparationKey, line.LineNumber);
        row[DocumentLineTable.Name] = WholeText.Start(Sentence.Of($"{line.LineNumber} {line.Description}"), DocumentLineTable.NameLengthMax);
        return row;
    }

    private static OptionSetValue State(DocumentState state) => new(DocumentStates.ToChoice(state));
}

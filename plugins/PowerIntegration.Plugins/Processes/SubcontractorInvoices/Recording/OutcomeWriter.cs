using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Recording;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Reversals;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Stalled;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Findings;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Processes.SubcontractorInvoices;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Recording;

/// <summary>Writes what a submission came to: the document, and after a posting the contract's base, the link and the release of the next.</summary>
internal sealed class OutcomeWriter(IOrganizationService service, CommitmentSnapshot snapshot)
{
    /// <summary>Writes the decision.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="prepared">What the document froze; null where it froze nothing, then nothing becomes the base.</param>
    /// <param name="now">UTC.</param>
    public void Write(OutcomeDecision decision, PreparedInvoice? prepared, DateTime now)
    {
        if (decision.ReversedPaidStatus is { } paid && snapshot.Document.Reference(DocumentTable.ReversedDocumentId) is { } original)
        {
            // The posted document learns that it is paid, so that the reversal, prepared again, becomes a credit.
            service.Update(new Entity(DocumentTable.LogicalName, original) { [DocumentTable.PaidStatus] = paid });
        }

        service.Update(Document(decision, prepared, now));
        if (decision.BecomesBase)
        {
            service.Update(Commitment(prepared!));
            foreach (var invoice in decision.ReadBack.Where(invoice => !invoice.IsCancelled))
            {
                service.Create(Link(invoice, prepared!, decision));
            }
        }

        if (decision.Finding is { } finding)
        {
            new FindingWriter(service, now).Seen(finding, snapshot.Subject(snapshot.Own.Id));
        }

        if (OracleApproval.AskedTwice(snapshot.ApprovalPlace, decision.ReadBack.Select(invoice => invoice.ApprovalStatus), BusinessUnit) is { } twice)
        {
            new FindingWriter(service, now).Seen(twice, snapshot.PayablesSubject);
        }

        if (decision.ReversedId is { } reversed)
        {
            service.Update(Reversed(reversed));
            new FindingWriter(service, now).Seen(Open(reversed), snapshot.Subject(reversed));
        }

        if (decision.ReleasedId is { } released)
        {
            InboxRelease.Of(service, released);
        }
    }

    private string BusinessUnit => snapshot.Payables.RequiredText(PayablesSetupTable.BusinessUnit);

    private Finding Open(Guid documentId)
    {
        var original = snapshot.Of(documentId)!;
        return ReversalFindings.Reversed(
            original.Document.RequiredText(DocumentTable.Name),
            original.Summary.PayableAmount ?? 0m,
            original.Commitment.RequiredText(CommitmentTable.Currency),
            original.Summary.Type
        );
    }

    private Entity Reversed(Guid documentId) =>
        new(DocumentTable.LogicalName, documentId)
        {
            [DocumentTable.DocumentState] = new OptionSetValue(DocumentStates.ToChoice(DocumentState.Reversed)),
            [DocumentTable.Reason] = Sentence.Fit($"Reversed by {snapshot.Document.Text(DocumentTable.Name)}.", DocumentTable.ReasonLengthMax),
        };

    private Entity Document(OutcomeDecision decision, PreparedInvoice? prepared, DateTime now)
    {
        var row = new Entity(DocumentTable.LogicalName, snapshot.Own.Id)
        {
            [DocumentTable.ReasonCode] = decision.ReasonCode.Length == 0 ? null : decision.ReasonCode,
            [DocumentTable.Reason] = decision.State == DocumentState.Posted ? null : Sentence.Fit(decision.Message, DocumentTable.ReasonLengthMax),
        };
        if (decision.State != snapshot.Summary.State)
        {
            // The state starts the flow that submits, so it is written only where it changes.
            row[DocumentTable.DocumentState] = new OptionSetValue(DocumentStates.ToChoice(decision.State));
        }

        if (!decision.KeepsClaim)
        {
            row[DocumentTable.ClaimedBy] = null;
            row[DocumentTable.LeaseUntil] = null;
        }

        if (decision.CanceledNumbers.Count > 0)
        {
            // The next preparation is sent as if nothing had been sent before, under numbers that Oracle does not have.
            row[DocumentTable.CanceledNumbers] = NumberKeys.WriteList(decision.CanceledNumbers);
            row[DocumentTable.OracleInvoiceId] = null;
            row[DocumentTable.OracleInvoiceNumber] = null;
            row[DocumentTable.OracleAmount] = null;
        }
        else if (decision.ReadBack.Count > 0)
        {
            var oracle = decision.ReadBack;
            row[DocumentTable.OracleInvoiceId] = RecordIds.Write(Known(decision, oracle));
            row[DocumentTable.OracleInvoiceNumber] = Join(oracle.Select(invoice => invoice.InvoiceNumber));
            row[DocumentTable.OracleAmount] = oracle.Sum(invoice => invoice.InvoiceAmount);
            row[DocumentTable.ValidationStatus] = TargetStatuses.Joined(oracle.Select(invoice => invoice.ValidationStatus));
            row[DocumentTable.OracleApprovalStatus] = TargetStatuses.Joined(oracle.Select(invoice => invoice.ApprovalStatus));
            row[DocumentTable.PaidStatus] = TargetStatuses.Joined(oracle.Select(invoice => invoice.PaidStatus));
        }

        // What Oracle refused again waits longer than before.
        if (
            decision.State is DocumentState.Held or DocumentState.Refused
            && snapshot.Document.WholeNumber(DocumentTable.Attempts) is > 0 and var attempts
        )
        {
            row[DocumentTable.NextTryOn] = Backoff.NextTry(attempts, now);
        }

        if (decision.State == DocumentState.Posted)
        {
            row[DocumentTable.PostedOn] = now;
        }
        else if (decision.IsNothingInOracle)
        {
            // Oracle took nothing, so the next preparation may send other content.
            row[DocumentTable.SentOn] = null;
        }

        Hold(row, decision, prepared, now);
        return row;
    }

    // A hold is looked after from the moment Oracle shows it, whatever keeps the invoice from being posted.
    private void Hold(Entity row, OutcomeDecision decision, PreparedInvoice? prepared, DateTime now)
    {
        var before = snapshot.Document.Instant(DocumentTable.HoldPlacedOn);
        if (decision.IsNothingInOracle)
        {
            if (before is not null)
            {
                foreach (var column in DocumentColumnGroups.PaymentHold)
                {
                    row[column] = null;
                }
            }
        }
        else if (prepared?.PaymentHold is { } hold && snapshot.Holds.Placed(prepared, decision.ReadBack) is { Count: > 0 } placed)
        {
            row[DocumentTable.HoldPlacedOn] = before ?? now;
            row[DocumentTable.HoldIds] = HoldRows.Write(snapshot.Holds, placed.Select(there => there.Id).OfType<string>());
            row[DocumentTable.HoldUntil] = hold.Until?.ToDateTime();
            row[DocumentTable.HoldRule] = hold.RuleKey;
            row[DocumentTable.HoldBasis] = hold.Basis is null ? null : Sentence.Fit(hold.Basis, DocumentTable.HoldBasisLengthMax);
        }
    }

    // What Oracle named once is kept until the document is posted or free: an invoice that does not show now may still be there.
    private IEnumerable<string> Known(OutcomeDecision decision, IReadOnlyList<ReadBackInvoice> oracle)
    {
        var found = oracle.Select(invoice => invoice.InvoiceId);
        return decision.State == DocumentState.Posted
            ? found
            : RecordIds.Read(snapshot.Document.Text(DocumentTable.OracleInvoiceId)).Union(found, StringComparer.Ordinal);
    }

    private Entity Commitment(PreparedInvoice prepared) =>
        new(CommitmentTable.LogicalName, snapshot.CommitmentId)
        {
            [CommitmentTable.BasePreparationId] = new EntityReference(
                PreparationTable.LogicalName,
                snapshot.Document.RequiredReference(DocumentTable.PreparationId)
            ),
            [CommitmentTable.LastPostedNumber] = prepared.LastPostedNumber,
        };

    // One invoice for a document is the rule; of several, each link carries the invoice's number in its key. A reversal has a type of its own, so
    // that a requisition keeps its one answer to the question which invoice it is.
    private Entity Link(ReadBackInvoice invoice, PreparedInvoice prepared, OutcomeDecision decision)
    {
        var kind = prepared.Documents.First(document => document.InvoiceNumber == invoice.InvoiceNumber).Kind;
        var summary = snapshot.Summary;
        var reversed = decision.ReversedId is { } reversedId ? snapshot.Of(reversedId) : null;
        return new Entity(RecordLinkTable.LogicalName)
        {
            [RecordLinkTable.Key] =
                decision.ReadBack.Count == 1
                    ? SyncKey.ForInvoiceLink(snapshot.Document.RequiredText(DocumentTable.Key))
                    : SyncKey.ForInvoiceLink(snapshot.Document.RequiredText(DocumentTable.Key), invoice.InvoiceId),
            [RecordLinkTable.Name] = InvoiceLinks.Name(
                reversed?.Summary.Type ?? summary.Type,
                reversed is not null,
                summary.ProcoreId,
                kind,
                invoice.InvoiceNumber
            ),
            [RecordLinkTable.EnvironmentId] = new EntityReference(
                EnvironmentTable.LogicalName,
                snapshot.Document.RequiredReference(DocumentTable.EnvironmentId)
            ),
            [RecordLinkTable.CommitmentId] = new EntityReference(CommitmentTable.LogicalName, snapshot.CommitmentId),
            [RecordLinkTable.RecordType] = new OptionSetValue(InvoiceLinks.RecordTypeOf(summary.Type)),
            [RecordLinkTable.ProcoreId] = summary.ProcoreId,
            [RecordLinkTable.OracleId] = invoice.InvoiceId,
            [RecordLinkTable.OracleDocumentKind] = new OptionSetValue(InvoiceLinks.KindOf(kind)),
            [RecordLinkTable.RuleState] = new OptionSetValue(RuleStateChoice.Active),
        };
    }

    private static string Join(IEnumerable<string> values) => string.Join(", ", values);
}

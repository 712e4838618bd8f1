using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Duplicates;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.ApprovalRows;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Documents;

/// <summary>Gives a document to one call of the gateway, keeps what the call will send, and notes that it leaves now.</summary>
[CustomApi(
    "pint_ClaimDocument",
    Gates.ClaimDocument,
    "Reserves a prepared document for the call that sends it, keeps what will be sent as evidence and marks the document as sent. "
        + "Refused if another call holds the document, if its state does not allow sending, or if its content changed."
)]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid, "Row ID of the document.")]
[CustomApiInput("Claim", CustomApiFieldType.String, "Unique name of the claim.")]
[CustomApiInput("ContentHash", CustomApiFieldType.String, "Hash of the content that was loaded and will be sent.")]
[CustomApiInput("Payload", CustomApiFieldType.String, "What will be sent; leave empty if nothing new is sent.", IsOptional = true)]
[CustomApiInput(
    "Alike",
    CustomApiFieldType.String,
    "Invoices of the supplier with the same amount that Oracle shows, one per line: ID, amount, currency, date, number; empty if there are none.",
    IsOptional = true
)]
[CustomApiOutput("IsClaimed", CustomApiFieldType.Boolean, "True if the call may send the document.")]
[CustomApiOutput("State", CustomApiFieldType.String, "State of the document, in English.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of the reason it may not be sent; empty if it may.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person.")]
[CustomApiOutput("SentBefore", CustomApiFieldType.DateTime, "When it was first sent to Oracle; empty if it was not.")]
[CustomApiOutput("RecordIds", CustomApiFieldType.String, "IDs of the Oracle records it is known to have created.")]
[CustomApiOutput("ReversedRecordIds", CustomApiFieldType.String, "IDs of the Oracle records of the document it reverses.")]
public sealed class ClaimDocument : PluginShell
{
    private const string ReversedAlias = "reversed";
    private const string PreparationAlias = "preparation";
    private const string CommitmentAlias = "contract";
    private const string VendorAlias = "vendor";
    private const string ProjectAlias = "project";
    private const string PayablesAlias = "payables";

    private protected override void Run(PluginCall call)
    {
        var documentId = call.Input<Guid>("DocumentId");
        var service = call.SystemService();
        if (DocumentIdentity.Find(service, documentId) is not { } identity)
        {
            Answer(call, "", new Refusal(DocumentReasons.DocumentNotFound, $"Document {documentId} does not exist. Choose an existing document."));
            return;
        }

        identity.Gateway.Require(call);
        ScopeLock.Take(service, identity);
        var document = Read(service, documentId);
        var claim = call.Input<string>("Claim");
        var state = DocumentStates.FromChoice(document.Choice(DocumentTable.DocumentState)) ?? DocumentState.Received;
        var now = call.Context.OperationCreatedOn;
        var known = FoundPayables.Read(document.Text(DocumentTable.OracleAlike));
        var alike = NewAlike(service, FoundPayables.Read(call.OptionalText("Alike")), known);
        var refusal = Claim.Check(
            new ClaimFacts
            {
                Name = $"{documentId} ({document.Text(DocumentTable.Name)})",
                State = state,
                ReasonCode = document.Text(DocumentTable.ReasonCode),
                IsCutOff = IsCutOff(service, state, document),
                ChangedVersions = ChangedVersions(document),
                IsApprovalMissing = IsApprovalMissing(service, document),
                NewAlike = alike,
                IsSent = document.Instant(DocumentTable.SentOn) is not null,
                ContentHash = document.Text(DocumentTable.ContentHash),
                SentHash = call.Input<string>("ContentHash"),
                ClaimedBy = document.Text(DocumentTable.ClaimedBy),
                LeaseUntil = document.Instant(DocumentTable.LeaseUntil),
                Claim = claim,
                Now = now,
            }
        );
        Answer(call, state.ToString(), refusal);
        if (refusal is not null)
        {
            if (
                refusal.Code == DocumentReasons.PeriodCutOff
                || refusal.Code == DocumentReasons.ConfigurationChanged
                || refusal.Code == DocumentReasons.PayloadChangedAfterSend
            )
            {
                Hold(service, documentId, refusal);
            }
            else if (refusal.Code == DocumentReasons.PossibleDuplicate)
            {
                Hold(service, documentId, refusal, FoundPayables.Write([.. known, .. alike]));
            }

            return;
        }

        var sentBefore = document.Instant(DocumentTable.SentOn);
        service.Update(
            new Entity(DocumentTable.LogicalName, documentId)
            {
                [DocumentTable.ClaimedBy] = claim,
                [DocumentTable.LeaseUntil] = now + Claim.Lease,
                // A look sends nothing.
                [DocumentTable.SentOn] = sentBefore ?? (state == DocumentState.Held ? null : now),
            }
        );
        if (call.OptionalText("Payload") is { Length: > 0 } payload)
        {
            new EvidenceWriter(service, documentId, document.RequiredText(DocumentTable.Key), claim, now).Add([
                new EvidencePiece(EvidenceKindChoice.Payload, payload),
            ]);
        }

        if (sentBefore is { } instant)
        {
            call.Output("SentBefore", instant);
        }

        call.Output("RecordIds", document.Text(DocumentTable.OracleInvoiceId) ?? "");
        call.Output("ReversedRecordIds", document.Joined(ReversedAlias).Text(DocumentTable.OracleInvoiceId) ?? "");
    }

    // The state says that it was approved; the row of the approval proves it.
    private static bool IsApprovalMissing(IOrganizationService service, RowView document) =>
        document.Joined(PreparationAlias).Choice(PreparationTable.ApprovalPlace) == ApprovalPlaceChoice.Teams
        && document.Choice(DocumentTable.DocumentType) != DocumentTypeChoice.Reversal
        && !ApprovalRow
            .OfRecord(service, document)
            .Any(request => request.State == ApprovalState.Approved && request.ContentHash == document.Text(DocumentTable.ContentHash));

    // What is known to be in Oracle is finished there, and so is a reversal that was begun; accounting sees it.
    private static bool IsCutOff(IOrganizationService service, DocumentState state, RowView document)
    {
        if (
            state != DocumentState.Prepared
            || document.Text(DocumentTable.OracleInvoiceId) is { Length: > 0 }
            || (document.Instant(DocumentTable.SentOn) is not null && document.Reference(DocumentTable.ReversedDocumentId) is not null)
            || document.Date(DocumentTable.AccountingDate) is not { } day
            || document.Reference(DocumentTable.ProjectId) is not { } project
        )
        {
            return false;
        }

        var query = Rows.Of(OraclePeriodTable.LogicalName, [OraclePeriodTable.CutOff]);
        query.Criteria.AddCondition(OraclePeriodTable.CutOff, ConditionOperator.Equal, true);
        query.Criteria.AddCondition(OraclePeriodTable.StartDate, ConditionOperator.LessEqual, day.ToDateTime());
        query.Criteria.AddCondition(OraclePeriodTable.EndDate, ConditionOperator.GreaterEqual, day.ToDateTime());
        query
            .AddLink(ProjectTable.LogicalName, OraclePeriodTable.PayablesSetupId, ProjectTable.PayablesSetupId)
            .LinkCriteria.AddCondition(ProjectTable.Id, ConditionOperator.Equal, project);
        return Rows.First(service, query) is not null;
    }

    // What a document of ours made was compared with it when it was prepared.
    private static IReadOnlyList<FoundPayable> NewAlike(
        IOrganizationService service,
        IReadOnlyList<FoundPayable> found,
        IReadOnlyList<FoundPayable> known
    )
    {
        var unknown = FoundPayables.New(found, known, []);
        if (unknown.Count == 0)
        {
            return [];
        }

        var query = Rows.Of(DocumentTable.LogicalName, [DocumentTable.OracleInvoiceId]);
        var any = query.Criteria.AddFilter(LogicalOperator.Or);
        foreach (var one in unknown)
        {
            any.AddCondition(DocumentTable.OracleInvoiceId, ConditionOperator.Like, "%" + one.Id + "%");
        }

        string[] own = [.. Rows.All(service, query).SelectMany(row => RecordIds.Read(new RowView(row).Text(DocumentTable.OracleInvoiceId)))];
        return FoundPayables.New(unknown, [], own);
    }

    // Its flow prepares it again at once; a document without one is prepared by the next sweep.
    private static void Hold(IOrganizationService service, Guid documentId, Refusal refusal, string? alike = null)
    {
        var held = new Entity(DocumentTable.LogicalName, documentId)
        {
            [DocumentTable.DocumentState] = new OptionSetValue(DocumentStates.ToChoice(DocumentState.Held)),
            [DocumentTable.ReasonCode] = refusal.WireCode,
            [DocumentTable.Reason] = Sentence.Fit(refusal.Sentence, DocumentTable.ReasonLengthMax),
            [DocumentTable.NextTryOn] = null,
        };
        if (alike is not null)
        {
            held[DocumentTable.OracleAlike] = alike;
        }

        service.Update(held);
        InboxRelease.Of(service, documentId);
    }

    private static RowView Read(IOrganizationService service, Guid documentId)
    {
        var query = Rows.Of(
            DocumentTable.LogicalName,
            [
                DocumentTable.Key,
                DocumentTable.Name,
                DocumentTable.DocumentState,
                DocumentTable.ReasonCode,
                DocumentTable.ContentHash,
                DocumentTable.ClaimedBy,
                DocumentTable.LeaseUntil,
                DocumentTable.SentOn,
                DocumentTable.OracleInvoiceId,
                DocumentTable.OracleAlike,
                DocumentTable.AccountingDate,
                DocumentTable.ProjectId,
                DocumentTable.ReversedDocumentId,
                DocumentTable.EnvironmentId,
                DocumentTable.CommitmentId,
                DocumentTable.DocumentType,
                DocumentTable.ProcoreId,
            ]
        );
        query.Criteria.AddCondition(DocumentTable.Id, ConditionOperator.Equal, documentId);
        query
            .AddLink(DocumentTable.LogicalName, DocumentTable.ReversedDocumentId, DocumentTable.Id, JoinOperator.LeftOuter)
            .Join(ReversedAlias, [DocumentTable.OracleInvoiceId]);
        query
            .AddLink(PreparationTable.LogicalName, DocumentTable.PreparationId, PreparationTable.Id, JoinOperator.LeftOuter)
            .Join(PreparationAlias, [PreparationTable.RuleVersions, PreparationTable.ApprovalPlace]);
        var contract = query.AddLink(CommitmentTable.LogicalName, DocumentTable.CommitmentId, CommitmentTable.Id, JoinOperator.LeftOuter);
        contract.Join(CommitmentAlias, [CommitmentTable.Key, CommitmentTable.VersionHash]);
        contract
            .AddLink(VendorLinkTable.LogicalName, CommitmentTable.VendorLinkId, VendorLinkTable.Id, JoinOperator.LeftOuter)
            .Join(VendorAlias, [VendorLinkTable.Key, VendorLinkTable.VersionHash]);
        var project = query.AddLink(ProjectTable.LogicalName, DocumentTable.ProjectId, ProjectTable.Id, JoinOperator.LeftOuter);
        project.Join(ProjectAlias, [ProjectTable.Key, ProjectTable.VersionHash]);
        project
            .AddLink(PayablesSetupTable.LogicalName, ProjectTable.PayablesSetupId, PayablesSetupTable.Id, JoinOperator.LeftOuter)
            .Join(PayablesAlias, [PayablesSetupTable.Key, PayablesSetupTable.VersionHash]);
        var row = Rows.First(service, query);
        Invariant.Require(row is not null, "A locked document exists.");
        return new RowView(row);
    }

    // Supplier, site, project and accounts are frozen: a document is not sent to whom it was prepared for once two people decided otherwise.
    private static IReadOnlyList<string> ChangedVersions(RowView document)
    {
        var contract = document.Joined(CommitmentAlias);
        var project = document.Joined(ProjectAlias);
        var payables = document.Joined(PayablesAlias);
        var vendor = document.Joined(VendorAlias);
        return UsedVersions.Changed(
            document.Joined(PreparationAlias).Text(PreparationTable.RuleVersions),
            [
                UsedVersions.Line(UsedVersions.Commitment, contract.Text(CommitmentTable.Key), contract.Text(CommitmentTable.VersionHash)),
                UsedVersions.Line(UsedVersions.Project, project.Text(ProjectTable.Key), project.Text(ProjectTable.VersionHash)),
                UsedVersions.Line(UsedVersions.Payables, payables.Text(PayablesSetupTable.Key), payables.Text(PayablesSetupTable.VersionHash)),
                .. vendor.Text(VendorLinkTable.Key) is { } key
                    ? new[] { UsedVersions.Line(UsedVersions.Vendor, key, vendor.Text(VendorLinkTable.VersionHash)) }
                    : [],
            ]
        );
    }

    private static void Answer(PluginCall call, string state, Refusal? refusal)
    {
        call.Output("IsClaimed", refusal is null);
        call.Output("State", state);
        call.Output("ReasonCode", refusal?.WireCode ?? "");
        call.Output("Message", refusal?.Sentence ?? "The document is reserved for sending.");
    }
}

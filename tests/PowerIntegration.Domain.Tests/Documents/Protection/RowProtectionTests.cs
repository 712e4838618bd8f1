using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Protection;
using Xunit;

namespace PowerIntegration.Domain.Tests.Documents.Protection;

public sealed class RowProtectionTests
{
    [Theory]
    [InlineData(DocumentColumns.Source, DocumentState.Received, null, true, false)]
    [InlineData(DocumentColumns.Source, DocumentState.Received, null, false, false)]
    [InlineData(DocumentColumns.Answer, DocumentState.Received, DocumentState.Prepared, true, true)]
    [InlineData(DocumentColumns.Answer, DocumentState.Received, DocumentState.Prepared, false, false)]
    [InlineData(DocumentColumns.Answer, DocumentState.Prepared, null, false, false)]
    [InlineData(DocumentColumns.Answer, DocumentState.Received, DocumentState.Posted, true, false)]
    [InlineData(DocumentColumns.Answer | DocumentColumns.Claim, DocumentState.Submitted, DocumentState.Posted, true, true)]
    [InlineData(DocumentColumns.Claim, DocumentState.Prepared, null, false, false)]
    [InlineData(DocumentColumns.Claim, DocumentState.Prepared, null, true, true)]
    [InlineData(DocumentColumns.Claim, DocumentState.Posted, null, false, false)]
    [InlineData(DocumentColumns.Claim, DocumentState.Posted, null, true, false)]
    [InlineData(DocumentColumns.OracleStatus, DocumentState.Posted, null, false, true)]
    [InlineData(DocumentColumns.OracleStatus, DocumentState.Superseded, null, true, true)]
    [InlineData(DocumentColumns.SourceTime, DocumentState.Posted, null, false, true)]
    [InlineData(DocumentColumns.SourceTime | DocumentColumns.OracleFacts, DocumentState.Posted, null, false, false)]
    [InlineData(DocumentColumns.OracleStatus | DocumentColumns.Answer, DocumentState.Posted, null, true, false)]
    [InlineData(DocumentColumns.Answer, DocumentState.Reversed, DocumentState.Posted, true, false)]
    [InlineData(DocumentColumns.OwnerOrStatus, DocumentState.Received, null, true, false)]
    [InlineData(DocumentColumns.OwnerOrStatus | DocumentColumns.Claim, DocumentState.Prepared, null, false, false)]
    [InlineData(DocumentColumns.None, DocumentState.Posted, null, false, true)]
    public void A_document_changes_only_the_way_its_state_and_its_writer_allow(
        DocumentColumns columns,
        DocumentState before,
        DocumentState? after,
        bool isFromOwnApi,
        bool isAllowed
    )
    {
        var refusal = RowProtection.DocumentChanges(
            new DocumentChange
            {
                Columns = columns,
                StateBefore = before,
                StateAfter = after,
                IsFromOwnApi = isFromOwnApi,
            }
        );
        Assert.Equal(isAllowed, refusal is null);
    }

    [Theory]
    [InlineData(DocumentState.Received, DocumentKind.SubcontractorInvoice, DocumentColumns.Source, false, true)]
    [InlineData(DocumentState.Received, null, DocumentColumns.Source | DocumentColumns.OracleFacts | DocumentColumns.SourceTime, false, true)]
    [InlineData(DocumentState.Received, DocumentKind.SubcontractorInvoice, DocumentColumns.Source | DocumentColumns.Answer, false, false)]
    [InlineData(DocumentState.Received, DocumentKind.Reversal, DocumentColumns.Source, false, false)]
    [InlineData(DocumentState.Received, DocumentKind.RetainageRelease, DocumentColumns.Source, false, false)]
    [InlineData(DocumentState.Received, DocumentKind.Reversal, DocumentColumns.Source | DocumentColumns.Answer, true, true)]
    [InlineData(DocumentState.Received, DocumentKind.Reversal, DocumentColumns.Claim, true, false)]
    [InlineData(DocumentState.Posted, DocumentKind.SubcontractorInvoice, DocumentColumns.Source, true, false)]
    [InlineData(null, DocumentKind.SubcontractorInvoice, DocumentColumns.Source, true, false)]
    public void A_new_document_is_received_and_has_nothing_in_it_that_is_decided_here(
        DocumentState? state,
        DocumentKind? kind,
        DocumentColumns columns,
        bool isFromOwnApi,
        bool isAllowed
    ) => Assert.Equal(isAllowed, RowProtection.DocumentIsCreated(state, kind, columns, isFromOwnApi) is null);

    [Fact]
    public void Frozen_rows_never_change_and_nothing_is_deleted()
    {
        Assert.Contains("cannot be changed", RowProtection.FrozenRowChanges().Sentence, System.StringComparison.Ordinal);
        Assert.Contains("cannot be deleted", RowProtection.RowIsDeleted().Sentence, System.StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_recorded_automatically_is_written_inside_our_own_apis_only()
    {
        Assert.Null(RowProtection.ApprovalIsWritten(isFromOwnApi: true));
        Assert.NotNull(RowProtection.ApprovalIsWritten(isFromOwnApi: false));
        Assert.Null(RowProtection.PreparationIsCreated(isFromOwnApi: true));
        Assert.NotNull(RowProtection.PreparationIsCreated(isFromOwnApi: false));
        Assert.Null(RowProtection.EvidenceIsCreated(isFromOwnApi: true));
        Assert.NotNull(RowProtection.EvidenceIsCreated(isFromOwnApi: false));
        Assert.Null(RowProtection.AttachmentChanges(isFromOwnApi: true));
        Assert.NotNull(RowProtection.AttachmentChanges(isFromOwnApi: false));
    }

    [Fact]
    public void Lines_and_files_come_from_an_application_and_without_results()
    {
        Assert.Null(RowProtection.SourceIsCreated(isApplication: true));
        Assert.NotNull(RowProtection.SourceIsCreated(isApplication: false));
        Assert.Null(RowProtection.AttachmentIsCreated(isWaiting: true));
        Assert.NotNull(RowProtection.AttachmentIsCreated(isWaiting: false));
    }

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    public void A_signature_and_a_base_are_written_only_by_what_they_come_from(bool isWritten, bool isOwn, bool may)
    {
        string[] columns = isWritten ? ["Signed by"] : [];
        Assert.Equal(may, RowProtection.SignatureIsWritten(columns, isOwn) is null);
        Assert.Equal(may, RowProtection.BaseIsWritten(columns, isOwn) is null);
    }

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(false, false, true)]
    [InlineData(true, true, false)]
    public void Opening_balances_stand_still_once_something_was_billed_from_them(bool isBalances, bool isPosted, bool may)
    {
        Assert.Equal(may, RowProtection.OpeningIsWritten(isBalances, isEnteredBy: false, isPosted) is null);
        Assert.NotNull(RowProtection.OpeningIsWritten(isBalances, isEnteredBy: true, isPosted));
    }

    [Fact]
    public void A_payment_hold_is_recorded_and_not_edited()
    {
        var change = new DocumentChange
        {
            Columns = DocumentColumns.PaymentHold,
            StateBefore = DocumentState.Posted,
            IsFromOwnApi = false,
        };
        Assert.NotNull(RowProtection.DocumentChanges(change));
        Assert.Null(RowProtection.DocumentChanges(change with { IsFromOwnApi = true }));
    }
}

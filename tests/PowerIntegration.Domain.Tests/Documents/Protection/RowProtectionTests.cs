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

    [Fact]
    public void A_new_document_is_received_and_claimed_by_nobody()
    {
        Assert.Null(RowProtection.DocumentIsCreated(DocumentState.Received, DocumentColumns.Source | DocumentColumns.Answer));
        Assert.NotNull(RowProtection.DocumentIsCreated(DocumentState.Posted, DocumentColumns.Source));
        Assert.NotNull(RowProtection.DocumentIsCreated(null, DocumentColumns.Source));
        Assert.NotNull(RowProtection.DocumentIsCreated(DocumentState.Received, DocumentColumns.Claim));
    }

    [Fact]
    public void Frozen_rows_never_change_and_nothing_is_deleted()
    {
        Assert.Contains("cannot be changed", RowProtection.FrozenRowChanges().Sentence, System.StringComparison.Ordinal);
        Assert.Contains("cannot be deleted", RowProtection.RowIsDeleted().Sentence, System.StringComparison.Ordinal);
    }
}

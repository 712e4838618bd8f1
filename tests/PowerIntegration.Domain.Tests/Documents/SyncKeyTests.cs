using PowerIntegration.Domain.Documents;
using Xunit;

namespace PowerIntegration.Domain.Tests.Documents;

public sealed class SyncKeyTests
{
    [Fact]
    public void Keys_spell_environment_system_type_id_and_revision()
    {
        var document = SyncKey.ForDocument("LAKESHORE", "123", 1);
        Assert.Equal("LAKESHORE|PROCORE|REQUISITION|123|1", document);
        Assert.Equal(
            "LAKESHORE|PROCORE|REQUISITION|123|20251103T142501Z",
            SyncKey.ForEvent("LAKESHORE", "123", new DateTime(2025, 11, 3, 14, 25, 1, DateTimeKind.Utc))
        );
        Assert.Equal(document + "|S4", SyncKey.ForSourceLine(document, 4));
        Assert.Equal(document + "|P2|L13", SyncKey.ForDocumentLine(SyncKey.ForPreparation(document, 2), 13));
        Assert.Equal(document + "|E-PAYLOAD-1", SyncKey.ForEvidence(document, "Payload", 1));
        Assert.Equal("LAKESHORE|CONTRACT|41", SyncKey.ForContract("LAKESHORE", "41"));
        Assert.Equal("LAKESHORE|PROJECT|24680", SyncKey.ForProject("LAKESHORE", "24680"));
        Assert.Equal("LAKESHORE|CURSOR|REQUISITION|24680", SyncKey.ForCursor("LAKESHORE", "24680"));
        Assert.True(SyncKey.IsValid(document));
    }

    [Theory]
    [InlineData("lakeshore", "123")]
    [InlineData("LAKE SHORE", "123")]
    [InlineData("LAKE|SHORE", "123")]
    [InlineData("LAKESHORE", "12/3")]
    [InlineData("LAKESHORE", "")]
    [InlineData("ÉVANSTON", "123")]
    public void A_part_that_cannot_stand_in_a_key_is_refused_not_mended(string environment, string id)
    {
        var refusal = Assert.Throws<ArgumentException>(() => SyncKey.ForDocument(environment, id, 1));
        Assert.Contains(id.Length == 0 ? "empty" : "'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_longer_than_its_column_is_refused()
    {
        Assert.Throws<ArgumentException>(() => SyncKey.ForDocument(new string('A', SyncKey.LengthMax), "1", 1));
        Assert.False(SyncKey.IsValid(new string('A', SyncKey.LengthMax + 1)));
        Assert.True(SyncKey.IsValid(new string('A', SyncKey.LengthMax)));
    }
}

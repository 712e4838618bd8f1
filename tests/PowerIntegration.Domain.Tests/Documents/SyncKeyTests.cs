using PowerIntegration.Domain.Documents;
using Xunit;

namespace PowerIntegration.Domain.Tests.Documents;

public sealed class SyncKeyTests
{
    private static readonly KeyScope Lakeshore = new("LAKESHORE", 1);

    [Fact]
    public void Keys_spell_environment_generation_system_type_id_and_revision()
    {
        var document = SyncKey.ForDocument(Lakeshore, SourceSystem.Procore, DocumentKind.SubcontractorInvoice, "123", 1);
        Assert.Equal("LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|123|1", document);
        Assert.Equal(
            "LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|123|20251103T142501Z",
            SyncKey.ForEvent(
                Lakeshore,
                SourceSystem.Procore,
                DocumentKinds.RecordType(DocumentKind.SubcontractorInvoice),
                "123",
                SyncKey.Instant(new DateTime(2025, 11, 3, 14, 25, 1, DateTimeKind.Utc))
            )
        );
        Assert.Equal(document + "|S4", SyncKey.ForSourceLine(document, 4));
        Assert.Equal(document + "|P2|L13", SyncKey.ForDocumentLine(SyncKey.ForPreparation(document, 2), 13));
        Assert.Equal(document + "|E-PAYLOAD-1", SyncKey.ForEvidence(document, "Payload", 1));
        Assert.Equal("LAKESHORE|1|PROCORE|COMMITMENT|41", SyncKey.ForCommitment(Lakeshore, "41"));
        Assert.Equal("LAKESHORE|2|PROCORE|PROJECT|24680", SyncKey.ForProject(Lakeshore with { Generation = 2 }, "24680"));
        Assert.Equal(
            "LAKESHORE|1|CURSOR|PROCORE|SUBCONTRACTOR-INVOICE|24680",
            SyncKey.ForCursor(Lakeshore, SourceSystem.Procore, "SUBCONTRACTOR-INVOICE", "24680")
        );
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
        var refusal = Assert.Throws<ArgumentException>(() => SyncKey.ForRecord(new KeyScope(environment, 1), SourceSystem.Procore, "PROJECT", id));
        Assert.Contains(id.Length == 0 ? "empty" : "'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_longer_than_its_column_is_refused()
    {
        Assert.Throws<ArgumentException>(() => SyncKey.ForProject(new KeyScope(new string('A', SyncKey.LengthMax), 1), "1"));
        Assert.False(SyncKey.IsValid(new string('A', SyncKey.LengthMax + 1)));
        Assert.True(SyncKey.IsValid(new string('A', SyncKey.LengthMax)));
    }
}

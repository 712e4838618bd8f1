using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Domain.Drift;
using PowerIntegration.Domain.Tests.Builders;
using Xunit;

namespace PowerIntegration.Domain.Tests.Drift;

public sealed class ContentCheckTests
{
    private static readonly Guid Row = new("5b1d6b60-0000-4000-8000-00000000000a");
    private static readonly StoredContent Stored = StoredContent.Of(new FrozenWords("first"));

    [Fact]
    public void A_preparation_that_has_its_hash_is_right() => Assert.Null(ContentCheck.OfPreparation(Row, "INV-1", Stored.Text, Stored.Hash));

    [Fact]
    public void A_preparation_with_another_content_is_named_with_both_hashes()
    {
        var other = StoredContent.Of(new FrozenWords("second"));
        var difference = ContentCheck.OfPreparation(Row, "INV-1", other.Text, Stored.Hash)!;

        Assert.Equal(
            $"The content of preparation 'INV-1' has the hash '{other.Hash}'; it was frozen with the hash '{Stored.Hash}'. "
                + "It was changed past the steps that protect it.",
            difference.Sentence
        );
        Assert.Equal(Row, difference.Id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not written here")]
    public void A_content_that_cannot_be_read_is_named(string? content) =>
        Assert.StartsWith(
            $"The content of preparation 'INV-1' cannot be read any more; it was frozen with the hash '{Stored.Hash}'.",
            ContentCheck.OfPreparation(Row, "INV-1", content, Stored.Hash)!.Sentence,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_hash_that_was_taken_away_is_named() =>
        Assert.Contains(
            "frozen with the hash (none).",
            ContentCheck.OfPreparation(Row, "INV-1", Stored.Text, null)!.Sentence,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_version_is_right_with_its_hash_only()
    {
        Assert.Null(ContentCheck.OfVersion(Row, "Commitment C-1", "aa", "aa"));
        Assert.Equal(
            "The content of Commitment C-1 has the hash 'bb'; it was activated with the hash 'aa'. It was changed past the steps that protect it.",
            ContentCheck.OfVersion(Row, "Commitment C-1", "bb", "aa")!.Sentence
        );
        Assert.NotNull(ContentCheck.OfVersion(Row, "Commitment C-1", "bb", null));
    }
}

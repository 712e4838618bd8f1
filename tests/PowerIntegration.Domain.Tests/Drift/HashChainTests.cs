using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Drift;
using Xunit;

namespace PowerIntegration.Domain.Tests.Drift;

/// <summary>The chain shows every change of a link, and every change of a row that is in it.</summary>
public sealed class HashChainTests
{
    private static readonly DateTime Night = new(2026, 8, 31, 6, 0, 0, DateTimeKind.Utc);
    private static readonly AnchoredHash One = new("preparation 1", "aa");
    private static readonly AnchoredHash Two = new("preparation 2", "bb");
    private static readonly AnchoredHash Three = new("accepted release 3", "cc");
    private static readonly HashLink First = HashLink.After(null, Night, [Two, One]);
    private static readonly HashLink Second = HashLink.After(First, Night.AddDays(1), [Three]);
    private static readonly HashLink[] Chain = [First, Second];

    [Fact]
    public void A_chain_begins_with_zeros_and_each_link_names_the_one_before()
    {
        Assert.Equal((1, new string('0', 64)), (First.Number, First.Previous));
        Assert.Equal((2, First.Hash), (Second.Number, Second.Previous));
        Assert.Equal(64, First.Hash.Length);
        Assert.Null(HashChain.Fault(Chain));
        Assert.Null(HashChain.Fault([]));
    }

    [Fact]
    public void The_order_in_which_rows_are_read_does_not_matter()
    {
        Assert.Equal(First.Hash, HashLink.After(null, Night, [One, Two]).Hash);
        Assert.Equal(["a", "b"], HashLink.After(null, Night, [new("b", "1"), new("a", "2")]).Hashes.Select(one => one.Record));
    }

    // Written down once: another way to compute it would make every kept chain look broken.
    [Fact]
    public void The_hash_of_a_link_stays_what_it_is() => Assert.Equal("01de3403086081423d0c061c295f9c11a709a58ea5637abc552339040d17c1ee", First.Hash);

    public static TheoryData<string, HashLink[]> BrokenChains =>
        new()
        {
            { "Link 2 was found where link 1 must be. Links are missing or were moved.", [Second] },
            { "Link 2 was found where link 1 must be. Links are missing or were moved.", [Second, First] },
            { "Link 1 was found where link 2 must be. Links are missing or were moved.", [First, First] },
            { "The content of link 1 does not have the link's hash. It was changed.", [First with { AnchoredOn = Night.AddSeconds(1) }, Second] },
            { "The content of link 1 does not have the link's hash. It was changed.", [First with { Hashes = [One] }, Second] },
            {
                "The content of link 1 does not have the link's hash. It was changed.",
                [First with { Hashes = [One, new("preparation 2", "xx")] }, Second]
            },
            {
                "The content of link 1 does not have the link's hash. It was changed.",
                [First with { Hashes = [One, new("preparation x", "bb")] }, Second]
            },
            { "Link 2 does not continue the link before it. One of the two was changed.", [HashLink.After(null, Night, [One]), Second] },
        };

    [Theory]
    [MemberData(nameof(BrokenChains))]
    public void A_chain_that_is_not_whole_is_told_at_the_first_link(string sentence, HashLink[] links) =>
        Assert.Equal(sentence, HashChain.Fault(links));

    [Fact]
    public void A_row_is_anchored_once()
    {
        Assert.Equal([One, Two, Three], HashChain.New([], [One, Two, Three]));
        Assert.Equal([Three], HashChain.New([First], [One, new("preparation 2", "changed"), Three]));
        Assert.Empty(HashChain.New(Chain, [One, Two, Three]));
    }

    [Fact]
    public void A_row_with_another_hash_and_a_row_that_is_gone_are_named_with_their_link()
    {
        Assert.Empty(HashChain.Differences(Chain, [One, Two, Three, new("preparation 4", "dd")]));

        var differences = HashChain.Differences(Chain, [One, new("preparation 2", "xx")]);

        Assert.Equal(
            [
                "Preparation 2 has the hash 'xx'; 'bb' was anchored on 2026-08-31 (link 1). Content and hash were both changed.",
                "Accepted release 3 was anchored on 2026-09-01 (link 2) and does not exist any more.",
            ],
            differences.Select(difference => difference.Sentence)
        );
        Assert.All(differences, difference => Assert.StartsWith("Find out who changed the row", difference.NextStep, StringComparison.Ordinal));
    }

    [Fact]
    public void A_chain_that_begins_later_than_the_rows_is_told()
    {
        Assert.Null(HashChain.LateBeginning(null, [Night.AddYears(-1)]));
        Assert.Null(HashChain.LateBeginning(First, [Night.AddDays(-2), Night]));
        Assert.Equal(
            "The chain of hashes outside Dataverse begins on 2026-08-31, and there are older rows. What was changed before that day is not found.",
            HashChain.LateBeginning(First, [Night, Night.AddDays(-2).AddSeconds(-1)])!.Sentence
        );
    }

    [Fact]
    public void A_broken_chain_is_told_with_what_is_wrong() =>
        Assert.Equal("The chain of hashes outside Dataverse is not whole. Link 2 is gone.", HashChain.Broken("Link 2 is gone.").Sentence);

    [Fact]
    public void A_link_is_read_as_it_was_written()
    {
        var reader = new FieldReader();
        var text = HashLinkText.Write(Second);
        var read = HashLinkText.Read("link", text, reader)!;

        Assert.Empty(reader.Problems);
        Assert.DoesNotContain('\n', text);
        Assert.Equal(Second.Hashes, read.Hashes);
        Assert.Equal((Second.Number, Second.Previous, Second.AnchoredOn, Second.Hash), (read.Number, read.Previous, read.AnchoredOn, read.Hash));
        Assert.Null(HashChain.Fault(First, read));
    }

    [Theory]
    [InlineData("", "link")]
    [InlineData("{", "link")]
    [InlineData("""{"number":1,"previous":"0","anchoredOn":"2026-08-31","hashes":[],"hash":"a"}""", "link.anchoredOn is not an instant")]
    [InlineData("""{"number":1,"previous":"0","anchoredOn":"2026-08-31T06:00:00Z","hashes":[],"hash":"a","more":1}""", "more")]
    public void A_line_that_is_no_link_is_refused(string text, string words)
    {
        var reader = new FieldReader();

        Assert.Null(HashLinkText.Read("link", text, reader));
        Assert.Contains(words, reader.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Differences_are_read_as_they_were_written()
    {
        var reader = new FieldReader();
        var written = HashChain.Differences(Chain, [One]);

        Assert.Equal(written, DifferencesText.Read(DifferencesText.Write(written), reader));
        Assert.Empty(reader.Problems);
        DifferencesText.Read("""[{"sentence":"A."}]""", reader);
        Assert.Contains("nextStep", reader.Problems[0], StringComparison.Ordinal);
    }
}

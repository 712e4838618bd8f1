using PowerIntegration.Domain.Drift;
using PowerIntegration.Domain.Users;
using Xunit;

namespace PowerIntegration.Domain.Tests.Drift;

public sealed class ReleaseAcceptanceTests
{
    private static readonly Person Dana = new(new Guid("5b1d6b60-0000-4000-8000-00000000000a"), "Dana Kowalski");
    private static readonly FoundAssembly Assembly = new("1.0.0.0", "aa11", new Guid("5b1d6b60-0000-4000-8000-00000000000b"));

    [Fact]
    public void An_assembly_whose_hash_is_known_can_be_shown()
    {
        Assert.Null(ReleaseAcceptance.Unreadable(Assembly));
        Assert.Contains("is missing", ReleaseAcceptance.Unreadable(null)!.Sentence, StringComparison.Ordinal);
        Assert.Contains("cannot be read", ReleaseAcceptance.Unreadable(Assembly with { Hash = null })!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_controller_who_did_not_import_it_may_accept_it() => Assert.Null(ReleaseAcceptance.Person(Assembly, Dana, isController: true));

    [Fact]
    public void Who_imported_it_may_not() =>
        Assert.Equal(
            "Dana Kowalski imported this release and cannot accept it. Ask another controller to accept it.",
            ReleaseAcceptance.Person(Assembly with { ModifiedById = Dana.Id }, Dana, isController: true)!.Sentence
        );

    [Fact]
    public void Who_is_no_controller_may_not() =>
        Assert.Equal(
            "Dana Kowalski does not have the role PowerIntegration Controller. Ask a controller to accept the release.",
            ReleaseAcceptance.Person(Assembly, Dana, isController: false)!.Sentence
        );

    [Fact]
    public void The_published_hash_must_be_that_of_the_assembly()
    {
        Assert.Null(ReleaseAcceptance.OtherHash(Assembly, " AA11 "));
        Assert.StartsWith(
            "The plug-in assembly (version 1.0.0.0) has the hash aa11, not bb22.",
            ReleaseAcceptance.OtherHash(Assembly, "bb22")!.Sentence,
            StringComparison.Ordinal
        );
    }
}

using PowerIntegration.Domain.Documents.Protection;
using Xunit;

namespace PowerIntegration.Domain.Tests.Documents.Protection;

public sealed class InboxProtectionTests
{
    private static readonly string[] None = [];
    private static readonly string[] One = ["Procore ID"];

    [Fact]
    public void Only_an_application_enters_events()
    {
        Assert.Null(InboxProtection.EventIsCreated(isApplication: true));
        Assert.NotNull(InboxProtection.EventIsCreated(isApplication: false));
    }

    [Theory]
    [InlineData(false, false, true, false, true)]
    [InlineData(false, false, false, true, true)]
    [InlineData(false, true, false, true, true)]
    [InlineData(false, false, false, false, false)]
    [InlineData(false, true, true, false, false)]
    [InlineData(true, false, true, true, false)]
    [InlineData(true, false, true, false, false)]
    public void A_person_only_has_an_event_read_again_and_no_one_makes_it_another(
        bool isFixed,
        bool isOther,
        bool isNew,
        bool isApplication,
        bool may
    ) => Assert.Equal(may, InboxProtection.EventChanges(isFixed ? One : None, isOther ? One : None, isNew, isApplication) is null);

    [Fact]
    public void The_sentence_names_what_was_to_be_changed()
    {
        Assert.Contains(
            "(Procore ID)",
            InboxProtection.EventChanges(None, One, isNew: true, isApplication: false)!.Sentence,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("(", InboxProtection.EventChanges(None, None, isNew: false, isApplication: false)!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_mirrors_another_system_is_written_by_an_application_or_not_at_all()
    {
        Assert.Null(InboxProtection.MirrorChanges("Oracle period", "Oracle", One, isApplication: true));
        Assert.Null(InboxProtection.MirrorChanges("Oracle period", "Oracle", None, isApplication: false));
        Assert.NotNull(InboxProtection.MirrorChanges("Oracle period", "Oracle", One, isApplication: false));
    }
}

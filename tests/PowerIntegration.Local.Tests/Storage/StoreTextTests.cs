using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Identity;
using PowerIntegration.Local.Storage;
using PowerIntegration.Local.Tests.Dataverse;
using Xunit;

namespace PowerIntegration.Local.Tests.Storage;

public sealed class StoreTextTests
{
    private static readonly DateTimeOffset Start = new(2025, 10, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    public void An_offset_that_is_none_is_refused_by_its_file(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("clock-offset.txt"), text);
        var refusal = Assert.Throws<StoreRefusedException>(() => OffsetClock.Open(folder.Path, Start));
        Assert.Contains(folder.File("clock-offset.txt"), refusal.Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(folder.File("clock-offset.txt")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMIIE")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    public void A_key_that_is_none_is_refused_by_its_file(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File(EntraIssuer.KeyFile), text);
        var refusal = Assert.Throws<StoreRefusedException>(() => EntraIssuer.Open(Desk.BaseUrl, folder.Path, [Desk.Admin], new DrivenClock(Start)));
        Assert.Contains(folder.File(EntraIssuer.KeyFile), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_is_kept_and_nobody_else_may_read_it()
    {
        using var folder = new TemporaryFolder();
        var clock = new DrivenClock(Start);
        string token;
        using (var issuer = EntraIssuer.Open(Desk.BaseUrl, folder.Path, [Desk.Admin], clock))
        {
            token = issuer.IssueToken(Desk.Admin, "service");
        }

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File(EntraIssuer.KeyFile)));
        }

        using var again = EntraIssuer.Open(Desk.BaseUrl, folder.Path, [Desk.Admin], clock);
        Assert.Equal(Desk.Admin, again.Check(token, "service").User);
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_text_replaces_the_one_before_and_leaves_nothing_beside_it()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a.txt.new"), "left by a kill");
        StoreText.Write(folder.File("a.txt"), "first and longer");
        StoreText.Write(folder.File("a.txt"), "second");
        Assert.Equal("second", File.ReadAllText(folder.File("a.txt")));
        Assert.Single(Directory.GetFiles(folder.Path));
    }
}

using PowerIntegration.Domain.Documents;
using Xunit;

namespace PowerIntegration.Domain.Tests.Documents;

public sealed class UsedVersionsTests
{
    private const string Hash = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void A_line_names_kind_key_and_the_beginning_of_the_hash()
    {
        Assert.Equal("commitment K|1 0123456789abcdef", UsedVersions.Line("commitment", "K|1", Hash));
        Assert.Equal("commitment K|1", UsedVersions.Line("commitment", "K|1", null));
    }

    [Fact]
    public void What_was_used_is_compared_with_what_is_active_now()
    {
        var used = $"commitment K {Hash[..16]}\nproject P\nmapping R";
        var same = UsedVersions.Line("commitment", "K", Hash);
        Assert.Empty(UsedVersions.Changed(used, [same, "project P", "payables Y"]));
        Assert.Equal(["commitment", "project"], UsedVersions.Changed(used, ["commitment K ffffffffffffffff", "project P 1"]));
        Assert.Empty(UsedVersions.Changed(null, [same]));
    }
}

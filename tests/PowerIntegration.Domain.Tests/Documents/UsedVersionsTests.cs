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

    [Fact]
    public void The_keys_are_known_by_their_kind_each_once()
    {
        var keys = UsedVersions.KeysByKind("mapping RULE|1 aa\nmapping RULE|2\nmapping RULE|1 bb\nterms T|1 cc\nownership\nlaw  dd\n");

        Assert.Equal(["mapping", "terms"], keys.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["RULE|1", "RULE|2"], keys["mapping"]);
        Assert.Equal(["T|1"], keys["terms"]);
        Assert.Empty(UsedVersions.KeysByKind(null));
        Assert.Empty(UsedVersions.KeysByKind(""));
    }
}

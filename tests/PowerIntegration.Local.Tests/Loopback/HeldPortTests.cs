using PowerIntegration.Local.Loopback;
using Xunit;

namespace PowerIntegration.Local.Tests.Loopback;

/// <summary>A port belongs to one sandbox from the moment its address is known.</summary>
public sealed class HeldPortTests
{
    [Fact]
    public void A_port_that_is_held_is_given_to_nobody_else()
    {
        using var first = HeldPort.Take(new Uri("http://127.0.0.1:0"));
        var refusal = Assert.Throws<IOException>(() => HeldPort.Take(new Uri(first.Root)));
        Assert.Contains(first.Root, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--urls http://127.0.0.1:", refusal.Message, StringComparison.Ordinal);
        using var second = HeldPort.Take(new Uri("http://127.0.0.1:0"));
        Assert.NotEqual(first.Root, second.Root);
    }

    [Fact]
    public void A_port_is_free_again_when_it_is_let_go()
    {
        string root;
        using (var first = HeldPort.Take(new Uri("http://127.0.0.1:0")))
        {
            root = first.Root;
        }

        using var second = HeldPort.Take(new Uri(root));
        Assert.Equal(root, second.Root);
    }
}

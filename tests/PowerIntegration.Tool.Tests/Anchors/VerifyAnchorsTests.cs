using PowerIntegration.CommandLine;
using PowerIntegration.Domain.Drift;
using Xunit;

namespace PowerIntegration.Tool.Tests.Anchors;

public sealed class VerifyAnchorsTests : IDisposable
{
    private static readonly DateTime Night = new(2026, 8, 31, 6, 0, 0, DateTimeKind.Utc);
    private static readonly HashLink First = HashLink.After(null, Night, [new("preparation 1", "aa"), new("preparation 2", "bb")]);
    private static readonly HashLink Second = HashLink.After(First, Night.AddDays(1), [new("preparation 3", "cc")]);
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public async Task A_whole_chain_is_told_with_its_last_hash()
    {
        Write(First, Second);

        Assert.Equal(
            (0, $"The chain is whole: 2 links with 3 hashes, from 2026-08-31 to 2026-09-01. The last link has the hash {Second.Hash}.", ""),
            await RunAsync()
        );
        Assert.Equal(0, (await RunAsync("--last-hash", First.Hash.ToUpperInvariant())).Code);
    }

    [Fact]
    public async Task A_file_without_a_link_is_whole() => Assert.Equal((0, "The file has no link.", ""), await RunAsync());

    [Fact]
    public async Task A_chain_that_is_not_whole_is_exit_code_one()
    {
        Write(First with { AnchoredOn = Night.AddDays(-1) }, Second);
        Assert.Equal((1, "", "The chain is not whole. The content of link 1 does not have the link's hash. It was changed."), await RunAsync());

        Write(First);
        await File.AppendAllTextAsync(file, "{", TestContext.Current.CancellationToken);
        var (code, output, error) = await RunAsync();
        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("The chain is not whole. The last line is cut off. ", error, StringComparison.Ordinal);
        Assert.Contains("delete that line", error, StringComparison.Ordinal);

        await File.WriteAllTextAsync(file, "no link\n", TestContext.Current.CancellationToken);
        Assert.StartsWith("The chain is not whole. Line 1 is not a link: ", (await RunAsync()).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_without_a_hash_that_was_noted_elsewhere_is_exit_code_one()
    {
        Write(First);

        Assert.Equal(
            (1, "", $"The chain is not whole. No link has the hash {Second.Hash}. The chain was cut or replaced after it was noted."),
            await RunAsync("--last-hash", Second.Hash)
        );
    }

    [Fact]
    public async Task A_file_that_does_not_exist_is_exit_code_two()
    {
        File.Delete(file);

        Assert.Equal(2, (await RunAsync()).Code);
    }

    private void Write(params HashLink[] links) => File.WriteAllText(file, string.Concat(links.Select(link => HashLinkText.Write(link) + "\n")));

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] more)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandRun.InvokeAsync(
            ToolCommand.Create(),
            ["verify-anchors", "--file", file, .. more],
            new() { Output = output, Error = error }
        );
        return (code, output.ToString().Trim(), error.ToString().Trim());
    }
}

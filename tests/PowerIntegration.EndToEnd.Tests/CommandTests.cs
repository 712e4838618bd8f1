using System.Net;
using System.Net.Sockets;
using PowerIntegration.Sandbox.Hosting;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>What the sandbox's commands say to who meets them first: help, and mistakes in one sentence with exit code 2.</summary>
public sealed class CommandTests
{
    [Theory]
    [InlineData("demo")]
    [InlineData("serve")]
    [InlineData("token")]
    [InlineData("audit")]
    [InlineData("audit-change-orders")]
    [InlineData("attack")]
    public async Task Every_command_has_an_example_of_itself(string command)
    {
        var (code, output, _) = await SandboxLine.RunAsync(command, "--help");
        Assert.Equal(0, code);
        Assert.Contains($"--project tests/PowerIntegration.Sandbox -- {command}", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Did you mean --months?", "serve", "--month", "3")]
    [InlineData("Did you mean --verbose?", "demo", "--verbos")]
    [InlineData("Did you mean serve?", "server")]
    [InlineData("--width takes 80 to 200, not 20.", "demo", "--width", "20")]
    [InlineData("--width takes a whole number, not 'wide'.", "demo", "--width", "wide")]
    [InlineData("--invoices takes 1 or more, not 0.", "audit", "--invoices", "0")]
    [InlineData("--sequences takes 1 or more, not 0.", "audit-change-orders", "--sequences", "0")]
    [InlineData("--attempts takes 1 or more, not 0.", "attack", "--attempts", "0")]
    [InlineData("/no/such/folder", "demo", "--data", "/no/such/folder")]
    [InlineData("ftp://example.com", "serve", "--urls", "ftp://example.com")]
    public async Task A_mistake_is_one_sentence_and_exit_code_2(string words, params string[] line)
    {
        var (code, _, error) = await SandboxLine.RunAsync(line);
        Assert.Equal(2, code);
        Assert.Contains(words, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_port_in_use_is_named_and_the_store_is_left_as_it_was()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var store = Directory.CreateTempSubdirectory("powerintegration-port-").FullName;
        try
        {
            var (code, _, error) = await SandboxLine.RunAsync("serve", "--store", store, "--urls", $"http://{taken.LocalEndpoint}");
            Assert.Equal(2, code);
            Assert.Contains($"http://{taken.LocalEndpoint} is in use", error, StringComparison.Ordinal);
            Assert.Contains("--urls", error, StringComparison.Ordinal);
            Assert.Single(error.Trim().Split('\n'));
            Assert.False(File.Exists(Path.Combine(store, "dataverse.db")));
        }
        finally
        {
            Directory.Delete(store, recursive: true);
        }
    }

    [Fact]
    public async Task A_store_that_is_a_file_is_named_with_what_to_give_instead()
    {
        var file = Path.GetTempFileName();
        try
        {
            var (code, _, error) = await SandboxLine.RunAsync("serve", "--store", file, "--urls", "http://127.0.0.1:0");
            Assert.Equal(2, code);
            Assert.Contains($"{file} is a file", error, StringComparison.Ordinal);
            Assert.Contains("--store", error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_second_start_on_a_store_names_the_first_one_also_where_its_address_is_the_same()
    {
        var store = Directory.CreateTempSubdirectory("powerintegration-twice-").FullName;
        try
        {
            await using var driver = await SandboxDriver.StartAsync(store, RunningSandbox.SeedStart, keepsStore: true);
            var (code, _, error) = await SandboxLine.RunAsync("serve", "--store", store, "--urls", driver.Sandbox.Root);
            Assert.Equal(2, code);
            Assert.Contains(store, error, StringComparison.Ordinal);
            Assert.Contains("serves " + driver.Sandbox.Root, error, StringComparison.Ordinal);
            Assert.Contains("--store", error, StringComparison.Ordinal);
            Assert.Single(error.Trim().Split('\n'));
        }
        finally
        {
            Directory.Delete(store, recursive: true);
        }
    }

    [Fact]
    public void Outside_of_a_clone_the_missing_file_is_named()
    {
        var refusal = Assert.Throws<DirectoryNotFoundException>(() => RepositoryLayout.Find(Path.GetTempPath()));
        Assert.Contains("PowerIntegration.sln", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("clone", refusal.Message, StringComparison.Ordinal);
    }
}

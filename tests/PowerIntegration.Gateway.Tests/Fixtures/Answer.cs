using System.Text.Json;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Fixtures;

/// <summary>What the gateway answered.</summary>
internal sealed record Answer(int Status, JsonElement Body, string WwwAuthenticate, string? RetryAfter)
{
    public string? Text(string name) => Body.GetProperty(name).GetString();

    public bool Flag(string name) => Body.GetProperty(name).GetBoolean();

    public int Number(string name) => Body.GetProperty(name).GetInt32();

    /// <summary>Requires a problem of that status and code and gives its sentence.</summary>
    public string Problem(int status, string code)
    {
        Assert.True(status == Status, $"Expected {status} {code}, got {Status}: {Body}");
        Assert.Equal(code, Text("code"));
        var sentence = Text("detail");
        Assert.False(string.IsNullOrWhiteSpace(sentence));
        return sentence!;
    }

    /// <summary>Requires success.</summary>
    public Answer Ok()
    {
        Assert.True(Status == 200, $"Expected 200, got {Status}: {Body}");
        return this;
    }
}

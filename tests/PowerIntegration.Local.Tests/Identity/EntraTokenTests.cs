using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Identity;
using Xunit;

namespace PowerIntegration.Local.Tests.Identity;

/// <summary>The tokens of the sandbox have the claims of Entra's version 2.0, and no other.</summary>
public sealed class EntraTokenTests : IDisposable
{
    private const string Resource = "api://the-service";

    private static readonly EntraRegistration Registration = new(new Guid("11111111-0000-4000-8000-000000000001"), Resource, "access_as_user");

    private static readonly SandboxUser Person = new(
        "person",
        new Guid("22222222-0000-4000-8000-000000000002"),
        new Guid("22222222-0000-4000-8000-000000000003"),
        "A Person",
        "person@contoso.example",
        [],
        ["Read"],
        IsApplication: false
    );

    private static readonly SandboxUser Application = Person with
    {
        Name = "application",
        ObjectId = new Guid("33333333-0000-4000-8000-000000000002"),
        IsApplication = true,
        ApplicationId = new Guid("33333333-0000-4000-8000-000000000003"),
    };

    private readonly string folder = Directory.CreateTempSubdirectory("entra").FullName;
    private readonly EntraIssuer issuer;

    public EntraTokenTests() =>
        issuer = EntraIssuer.Open(
            "http://127.0.0.1:5080",
            folder,
            [Person, Application],
            new DrivenClock(new DateTimeOffset(2026, 8, 31, 9, 0, 0, TimeSpan.Zero)),
            Registration
        );

    [Fact]
    public void A_persons_token_has_the_scope_of_the_resource_and_its_roles_as_a_list() =>
        Assert.Equal(
            $$"""
            {"aud":"{{Registration.ClientId}}","iss":"{{issuer.Authority}}","exp":1788170400,"iat":1788166800,"nbf":1788166800,
            "ver":"2.0","tid":"{{EntraIssuer.TenantId}}","oid":"{{Person.ObjectId}}","azpacr":"1","azp":"{{EntraIssuer.SignInClientId}}","sub":"SUB",
            "scp":"access_as_user","name":"A Person","preferred_username":"person@contoso.example","roles":["Read"]}
            """.ReplaceLineEndings(""),
            Text(Person, Resource)
        );

    [Fact]
    public void An_applications_token_has_roles_and_no_scope_and_its_subject_is_its_object_id() =>
        Assert.Equal(
            $$"""
            {"aud":"{{Registration.ClientId}}","iss":"{{issuer.Authority}}","exp":1788170400,"iat":1788166800,"nbf":1788166800,
            "ver":"2.0","tid":"{{EntraIssuer.TenantId}}","oid":"{{Application.ObjectId}}","azpacr":"1","azp":"{{Application.ApplicationId}}",
            "sub":"{{Application.ObjectId}}","roles":["Read"]}
            """.ReplaceLineEndings(""),
            Text(Application, Resource)
        );

    [Fact]
    public void Roles_of_one_resource_are_in_no_token_for_another()
    {
        var claims = Claims(Person, "https://dataverse.example");

        Assert.Equal("https://dataverse.example", (string?)claims["aud"]);
        Assert.Equal("user_impersonation", (string?)claims["scp"]);
        Assert.False(claims.ContainsKey("roles"));
        Assert.False(Claims(Application, "https://dataverse.example").ContainsKey("scp"));
    }

    [Fact]
    public void Who_has_no_role_has_no_claim_of_roles() => Assert.False(Claims(Person with { AppRoles = [] }, Resource).ContainsKey("roles"));

    [Fact]
    public void A_person_is_another_subject_for_each_resource_and_never_the_object_id()
    {
        var first = (string?)Claims(Person, Resource)["sub"];

        Assert.Equal(first, (string?)Claims(Person, Resource)["sub"]);
        Assert.NotEqual(first, (string?)Claims(Person, "https://dataverse.example")["sub"]);
        Assert.NotEqual(Person.ObjectId.ToString(), first);
    }

    [Fact]
    public void The_issuer_ends_as_entras_of_version_2() =>
        Assert.EndsWith($"/{EntraIssuer.TenantId}/v2.0", issuer.Authority, StringComparison.Ordinal);

    public void Dispose()
    {
        issuer.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private string Text(SandboxUser user, string resource)
    {
        var claims = Claims(user, resource);
        if (!user.IsApplication)
        {
            claims["sub"] = "SUB";
        }

        return claims.ToJsonString();
    }

    private JsonObject Claims(SandboxUser user, string resource) =>
        JsonNode.Parse(Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(issuer.IssueToken(user, resource).Split('.')[1])))!.AsObject();
}

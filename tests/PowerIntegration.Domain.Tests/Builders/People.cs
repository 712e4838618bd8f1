using PowerIntegration.Domain.Users;

namespace PowerIntegration.Domain.Tests.Builders;

/// <summary>The people of the examples.</summary>
internal static class People
{
    public static Person Dana { get; } = new(new Guid(1, 1, 1, new byte[8]), "Dana Kowalski");

    public static Person Luis { get; } = new(new Guid(2, 2, 2, new byte[8]), "Luis Ortega");
}

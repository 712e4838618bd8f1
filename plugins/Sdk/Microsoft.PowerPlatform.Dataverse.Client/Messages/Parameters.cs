using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Messages;

/// <summary>Reads a request's parameters and says what the platform says when one is missing.</summary>
internal static class Parameters
{
    public static T Required<T>(OrganizationRequest request, string name)
        where T : class =>
        Optional<T>(request, name)
        ?? throw Faults.Of(Faults.InvalidArgument, $"Required field '{name}' is missing in a request '{request.RequestName}'.");

    public static T? Optional<T>(OrganizationRequest request, string name)
        where T : class => request.Parameters.TryGetValue(name, out object value) ? value as T : null;

    public static ConcurrencyBehavior Concurrency(OrganizationRequest request) =>
        request.Parameters.TryGetValue("ConcurrencyBehavior", out object value) && value is ConcurrencyBehavior behavior
            ? behavior
            : ConcurrencyBehavior.Default;
}

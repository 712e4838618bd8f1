using System.Net.Http;

namespace PowerIntegration.Gateway.Remote;

/// <summary>Carries a call's budget on its HTTP requests, so that a pipeline can limit its waits.</summary>
internal static class CallBudgetOption
{
    private static readonly HttpRequestOptionsKey<CallBudget> Key = new("PowerIntegration.CallBudget");

    public static HttpRequestMessage Within(this HttpRequestMessage request, CallBudget budget)
    {
        request.Options.Set(Key, budget);
        return request;
    }

    public static CallBudget? BudgetOf(HttpRequestMessage? request) =>
        request is not null && request.Options.TryGetValue(Key, out var budget) ? budget : null;
}

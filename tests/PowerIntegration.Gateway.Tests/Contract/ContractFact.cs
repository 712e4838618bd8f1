namespace PowerIntegration.Gateway.Tests.Contract;

/// <summary>One thing that an operation says about itself.</summary>
/// <param name="Operation">Its id.</param>
/// <param name="Place">What it is said of, such as <c>answer 200 /value[]/id</c>.</param>
/// <param name="Says">What is said, such as <c>string or null</c>.</param>
internal sealed record ContractFact(string Operation, string Place, string Says)
{
    /// <summary>Where two lists of facts differ, in both directions, one sentence each.</summary>
    public static IReadOnlyList<string> Differences(IEnumerable<ContractFact> gateway, IEnumerable<ContractFact> definition)
    {
        var atGateway = gateway.ToDictionary(fact => (fact.Operation, fact.Place), fact => fact.Says);
        var atDefinition = definition.ToDictionary(fact => (fact.Operation, fact.Place), fact => fact.Says);
        return
        [
            .. atGateway
                .Keys.Union(atDefinition.Keys)
                .Order()
                .Where(key => atGateway.GetValueOrDefault(key) != atDefinition.GetValueOrDefault(key))
                .Select(key =>
                    $"{key.Operation}, {key.Place}: the gateway has {Quoted(atGateway, key)}, the definition has {Quoted(atDefinition, key)}."
                ),
        ];
    }

    private static string Quoted(Dictionary<(string, string), string> facts, (string, string) key) =>
        facts.TryGetValue(key, out var says) ? $"'{says}'" : "nothing";
}

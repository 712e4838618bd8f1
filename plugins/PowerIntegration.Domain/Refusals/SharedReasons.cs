namespace PowerIntegration.Domain.Refusals;

/// <summary>Reasons that any rule may give.</summary>
public static class SharedReasons
{
    /// <summary>The input cannot be read, or is inconsistent.</summary>
    public static ReasonCode InputUnusable { get; } = new("input-unusable", StopState.Refused, 20);

    /// <summary>An amount is missing; missing is not zero.</summary>
    public static ReasonCode AmountMissing { get; } = new("amount-missing", StopState.Refused, 270);

    /// <summary>The currency code is not supported.</summary>
    public static ReasonCode CurrencyUnknown { get; } = new("currency-unknown", StopState.Refused, 280);

    /// <summary>Invoice, contract, project and payables setup do not share one currency.</summary>
    public static ReasonCode CurrencyDiffers { get; } = new("currency-differs", StopState.Held, 290);

    /// <summary>An amount is larger than what is kept.</summary>
    public static ReasonCode AmountTooLarge { get; } = new("amount-too-large", StopState.Refused, 295);

    /// <summary>An amount has more decimals than its currency.</summary>
    public static ReasonCode AmountTooPrecise { get; } = new("amount-too-precise", StopState.Refused, 300);
}

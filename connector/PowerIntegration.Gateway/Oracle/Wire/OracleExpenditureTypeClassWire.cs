namespace PowerIntegration.Gateway.Oracle.Wire;

/// <summary>A class of an expenditure type, such as VI for supplier invoices.</summary>
internal sealed record OracleExpenditureTypeClassWire(string? ExpenditureTypeClassCode);

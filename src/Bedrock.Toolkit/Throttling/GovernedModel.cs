namespace Bedrock.Toolkit.Throttling;

/// <summary>What a governor knows of an id in a Region.</summary>
/// <param name="Pool">Where its calls count; null when no quota is for it.</param>
/// <param name="OutputWeight">How many tokens of the quota a written token takes.</param>
/// <param name="AssumedMaxTokens">The output to reserve when nobody knows a maximum.</param>
internal sealed record GovernedModel(TokenPool? Pool, double OutputWeight, int AssumedMaxTokens);

namespace Bedrock.Toolkit.Throttling;

/// <summary>What a call asks for.</summary>
/// <param name="Input">The size of its body.</param>
/// <param name="MaxTokens">The most tokens that it may write.</param>
/// <param name="OutputWeight">How many tokens of the quota a written token takes.</param>
internal readonly record struct TokenDemand(InputSize Input, int MaxTokens, double OutputWeight);

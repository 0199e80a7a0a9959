using Bedrock.Toolkit.Costs;

namespace Bedrock.Toolkit;

/// <summary>A tenant's budget is spent, so that the call was not sent: see <see cref="SpendBudget"/>.</summary>
/// <param name="message">Who, how much, and of what.</param>
/// <param name="state">What was spent.</param>
public sealed class BedrockBudgetExceededException(string message, SpendState? state = null) : BedrockException(message, null)
{
    /// <summary>What was spent.</summary>
    /// <value>Null on an exception that no budget made.</value>
    public SpendState? State => state;
}

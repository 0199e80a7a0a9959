namespace Bedrock.Toolkit.Guardrails;

public sealed partial class GuardrailChecksContentFilterConfig
{
    /// <summary>A check for some categories.</summary>
    /// <param name="categories">The categories.</param>
    /// <returns>The check.</returns>
    public static GuardrailChecksContentFilterConfig For(params IEnumerable<GuardrailChecksContentFilterCategory> categories) =>
        new() { Categories = [.. categories.Select(c => new GuardrailChecksContentFilterCategoryConfig { Category = c })] };
}

public sealed partial class GuardrailChecksPromptAttackConfig
{
    /// <summary>A check for some categories.</summary>
    /// <param name="categories">The categories.</param>
    /// <returns>The check.</returns>
    public static GuardrailChecksPromptAttackConfig For(params IEnumerable<GuardrailChecksPromptAttackCategory> categories) =>
        new() { Categories = [.. categories.Select(c => new GuardrailChecksPromptAttackCategoryConfig { Category = c })] };
}

public sealed partial class GuardrailChecksSensitiveInformationConfig
{
    /// <summary>A check for some kinds of information.</summary>
    /// <param name="types">The kinds.</param>
    /// <returns>The check.</returns>
    public static GuardrailChecksSensitiveInformationConfig For(params IEnumerable<GuardrailChecksSensitiveInformationEntityType> types) =>
        new() { Entities = [.. types.Select(t => new GuardrailChecksSensitiveInformationEntityConfig { Type = t })] };
}

public sealed partial class GuardrailChecksMessage
{
    /// <summary>A message of the user.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The message.</returns>
    public static GuardrailChecksMessage User(string text) => new() { Role = GuardrailChecksRole.User, Content = [text] };

    /// <summary>A message of the model.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The message.</returns>
    public static GuardrailChecksMessage Assistant(string text) => new() { Role = GuardrailChecksRole.Assistant, Content = [text] };

    /// <summary>A message of the application.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The message.</returns>
    public static GuardrailChecksMessage System(string text) => new() { Role = GuardrailChecksRole.System, Content = [text] };

    private protected override ObjectSummary Summarise() => new("Content", Role.Value, ObjectSummary.Count(Content?.Count ?? 0, "block"));
}

public abstract partial class GuardrailChecksContentBlock
{
    /// <summary>Makes a block of text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator GuardrailChecksContentBlock(string text) => FromText(text);

    /// <summary>Makes a block of text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The block.</returns>
    public static GuardrailChecksContentBlock FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new GuardrailChecksText { Text = text };
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Whether the model must, may or must not ask for tools: a mode, or one function. Not thread safe while it is changed.</summary>
/// <remarks>Takes a string, too: <c>ToolChoice = "required"</c>. Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html</remarks>
[JsonConverter(typeof(ChatCompletionToolChoiceConverter))]
public abstract class ChatCompletionToolChoice
{
    private protected ChatCompletionToolChoice()
    {
    }

    /// <summary>Members that this version does not know; sent as they are, except beside a mode, which is a mere string.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A mode by its text.</summary>
    /// <param name="mode"><c>auto</c>, <c>none</c>, <c>required</c>, or one that this version does not know; null stays null.</param>
    [return: NotNullIfNotNull(nameof(mode))]
    public static implicit operator ChatCompletionToolChoice?(string? mode) => mode is null ? null : new ChatCompletionToolChoiceMode(mode);

    /// <summary>The model decides: the default when there are tools.</summary>
    /// <returns>The choice.</returns>
    public static ChatCompletionToolChoice Auto() => new ChatCompletionToolChoiceMode("auto");

    /// <summary>The model must not ask for tools.</summary>
    /// <returns>The choice.</returns>
    public static ChatCompletionToolChoice None() => new ChatCompletionToolChoiceMode("none");

    /// <summary>The model must ask for at least one tool.</summary>
    /// <returns>The choice.</returns>
    public static ChatCompletionToolChoice Required() => new ChatCompletionToolChoiceMode("required");

    /// <summary>The model must ask for this function.</summary>
    /// <param name="name">The function.</param>
    /// <returns>The choice.</returns>
    public static ChatCompletionToolChoice ForFunction(string name) => new ChatCompletionToolChoiceFunction(name);

    internal ChatCompletionToolChoice Clone()
    {
        var copy = (ChatCompletionToolChoice)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        copy.Detach();
        return copy;
    }

    /// <summary>Called on a fresh copy: replaces what it still shares with its original.</summary>
    private protected virtual void Detach()
    {
    }
}

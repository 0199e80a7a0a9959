using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bedrock.Toolkit.Converse;

/// <summary>What a tool answered. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlock.html</remarks>
public sealed class ToolResultBlock
{
    /// <summary>The id of the call that is answered.</summary>
    /// <value>1 to 64 characters; empty by default.</value>
    [JsonPropertyName("toolUseId")]
    [AllowNull]
    public string ToolUseId
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>The answer.</summary>
    /// <value>Blocks; empty for a tool that answers nothing.</value>
    [JsonPropertyName("content")]
    [JsonConverter(typeof(ConverseListConverter<ToolResultContentBlock>))]
    [AllowNull]
    public IList<ToolResultContentBlock> Content
    {
        get;
        set => field = value ?? [];
    }
    = [];

    /// <summary>Whether the tool did its work.</summary>
    /// <value>Success when null; only some models take it; omitted when null.</value>
    [JsonPropertyName("status")]
    public ToolResultStatus? Status { get; set; }

    /// <summary>What kind of result it is, for tools that the service ran.</summary>
    /// <value>Such as <c>nova_code_interpreter_result</c>; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>The answer to a call, as text or blocks.</summary>
    /// <param name="call">The call.</param>
    /// <param name="content">The answer.</param>
    /// <returns>The answer, to be put into a message of the user.</returns>
    public static ToolResultBlock For(ToolUseBlock call, params ReadOnlySpan<ToolResultContentBlock> content)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new() { ToolUseId = call.ToolUseId, Content = [.. content] };
    }

    /// <summary>The answer to a call, as JSON of a type of your own.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="answer">The answer. Some models want an object: wrap lists and plain values.</param>
    /// <param name="typeInfo">The type's metadata, from your own JSON context.</param>
    /// <returns>The answer, to be put into a message of the user.</returns>
    public static ToolResultBlock For<T>(ToolUseBlock call, T answer, JsonTypeInfo<T> typeInfo) =>
        For(call, new ToolResultJson(JsonSerializer.SerializeToElement(answer, typeInfo)));

    /// <summary>Tells the model that a call failed.</summary>
    /// <param name="call">The call.</param>
    /// <param name="message">What the model should know of the failure; no secrets.</param>
    /// <returns>The answer, to be put into a message of the user.</returns>
    public static ToolResultBlock Failed(ToolUseBlock call, string message)
    {
        ToolResultBlock result = For(call, new ToolResultText(message));
        result.Status = ToolResultStatus.Error;
        return result;
    }

    internal ToolResultBlock Clone()
    {
        var copy = (ToolResultBlock)MemberwiseClone();
        copy.Content = Content.Copy(static item => item.Clone());
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}

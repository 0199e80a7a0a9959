using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A tool that the model may ask for. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html</remarks>
public sealed class ChatCompletionTool
{
    /// <summary>The kind of tool.</summary>
    /// <value><c>function</c>, the only documented one and the default.</value>
    [JsonPropertyName("type")]
    [AllowNull]
    public string Type
    {
        get;
        set => field = value ?? "function";
    }
    = "function";

    /// <summary>The function.</summary>
    /// <value>For the kind <c>function</c>; omitted when null.</value>
    [JsonPropertyName("function")]
    [JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionFunction>))]
    public ChatCompletionFunction? Function { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A function as a tool.</summary>
    /// <param name="name">The name by which the model calls it.</param>
    /// <param name="description">What it does and when to use it; null for none.</param>
    /// <param name="parameters">The JSON schema of its arguments, an object; null for no arguments.</param>
    /// <param name="strict">Whether the arguments always follow the schema; null for the default.</param>
    /// <returns>The tool.</returns>
    public static ChatCompletionTool ForFunction(string name, string? description = null, JsonElement? parameters = null, bool? strict = null) =>
        new() { Function = new ChatCompletionFunction { Name = name, Description = description, Parameters = parameters, Strict = strict } };

    internal ChatCompletionTool Clone()
    {
        var copy = (ChatCompletionTool)MemberwiseClone();
        copy.Function = Function?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}

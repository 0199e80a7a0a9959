using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Whether the model may or must call tools: a closed set, with <see cref="UnknownToolChoice"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolChoice.html</remarks>
[JsonConverter(typeof(ToolChoiceConverter))]
public abstract class ToolChoice
{
    private protected ToolChoice()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>The model decides whether it calls tools. A new object at each access.</summary>
    public static ToolChoice Auto => new ToolChoiceAuto(new AutoToolChoice());

    /// <summary>The model must call one of the tools. A new object at each access.</summary>
    public static ToolChoice Any => new ToolChoiceAny(new AnyToolChoice());

    /// <summary>The model must call one certain tool.</summary>
    /// <param name="name">The name of the tool.</param>
    /// <returns>The choice.</returns>
    public static ToolChoice For(string name) => new ToolChoiceTool(new SpecificToolChoice { Name = name });

    internal ToolChoice Clone()
    {
        var copy = (ToolChoice)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        copy.Detach();
        return copy;
    }

    /// <summary>Called on a fresh copy: replaces what it still shares with its original.</summary>
    private protected virtual void Detach()
    {
    }
}

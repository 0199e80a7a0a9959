using System.ComponentModel;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Whether the model may or must call tools: a closed set, with <see cref="UnknownToolChoice"/> for what this version does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolChoice.html</remarks>
[JsonConverter(typeof(ToolChoiceConverter))]
public abstract partial class ToolChoice : BedrockObject
{
    private protected ToolChoice() { }

    /// <summary>The model decides whether it calls tools. A new object at each access.</summary>
    public static ToolChoice Auto => new ToolChoiceAuto(new AutoToolChoice());

    /// <summary>The model must call one of the tools. A new object at each access.</summary>
    public static ToolChoice Any => new ToolChoiceAny(new AnyToolChoice());

    /// <summary>The model must call one certain tool.</summary>
    /// <param name="name">The name of the tool.</param>
    /// <returns>The choice.</returns>
    public static ToolChoice For(string name) => new ToolChoiceTool(new SpecificToolChoice { Name = name });
}

/// <summary>The model must call one of the tools.</summary>
public sealed partial class ToolChoiceAny : ToolChoice
{
    /// <summary>One without content.</summary>
    public ToolChoiceAny() { }

    /// <summary>The model must call one of the tools.</summary>
    /// <param name="value">An empty object.</param>
    public ToolChoiceAny(AnyToolChoice value) => Value = value;

    /// <summary>An empty object.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("any"), JsonConverter(typeof(ConverseObjectConverter<AnyToolChoice>))]
    public AnyToolChoice? Value { get; set; }
}

/// <summary>The model decides.</summary>
public sealed partial class ToolChoiceAuto : ToolChoice
{
    /// <summary>One without content.</summary>
    public ToolChoiceAuto() { }

    /// <summary>The model decides.</summary>
    /// <param name="value">An empty object.</param>
    public ToolChoiceAuto(AutoToolChoice value) => Value = value;

    /// <summary>An empty object.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("auto"), JsonConverter(typeof(ConverseObjectConverter<AutoToolChoice>))]
    public AutoToolChoice? Value { get; set; }
}

/// <summary>The model must call one certain tool.</summary>
public sealed partial class ToolChoiceTool : ToolChoice
{
    /// <summary>One without content.</summary>
    public ToolChoiceTool() { }

    /// <summary>The model must call one certain tool.</summary>
    /// <param name="tool">The tool.</param>
    public ToolChoiceTool(SpecificToolChoice tool) => Tool = tool;

    /// <summary>The tool.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tool"), JsonConverter(typeof(ConverseObjectConverter<SpecificToolChoice>))]
    public SpecificToolChoice? Tool { get; set; }
}

/// <summary>Whether the model may or must call tools, of a kind that this version does not know; written back exactly as it was read.</summary>
public sealed partial class UnknownToolChoice : ToolChoice, IRawVariant;

/// <summary>Reads and writes <see cref="ToolChoice"/> by the one member that it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ToolChoiceConverter() : SingleKeyUnionConverter<ToolChoice>(
    ConverseJsonContext.Default, static raw => new UnknownToolChoice(raw),
    Case<ToolChoiceAuto>("auto"),
    Case<ToolChoiceAny>("any"),
    Case<ToolChoiceTool>("tool"));

/// <summary>The choice <c>any</c>: nothing to set.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AnyToolChoice.html</remarks>
public sealed partial class AnyToolChoice : BedrockObject
{
}

/// <summary>The choice <c>auto</c>: nothing to set.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AutoToolChoice.html</remarks>
public sealed partial class AutoToolChoice : BedrockObject
{
}

/// <summary>The tool that the model must call.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SpecificToolChoice.html</remarks>
public sealed partial class SpecificToolChoice : BedrockObject
{
    /// <summary>The name of the tool.</summary>
    /// <value>One of the request's tools.</value>
    [JsonPropertyName("name"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Name { get; set; }
}

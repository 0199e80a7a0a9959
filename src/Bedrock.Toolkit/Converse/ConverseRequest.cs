namespace Bedrock.Toolkit.Converse;

public sealed partial class ConverseRequest
{
    /// <summary>A request with one question: <c>ConverseAsync(model, "Why is the sky blue?")</c>.</summary>
    /// <param name="prompt">The question; null stays null.</param>
    [return: NotNullIfNotNull(nameof(prompt))]
    public static implicit operator ConverseRequest?(string? prompt) => prompt is null ? null : For(prompt);

    /// <summary>A request with one message, such as a text with an image.</summary>
    /// <param name="message">The message; null stays null.</param>
    [return: NotNullIfNotNull(nameof(message))]
    public static implicit operator ConverseRequest?(Message? message) => message is null ? null : new ConverseRequest { Messages = [message] };

    /// <summary>The most tokens that the answer may have: <see cref="InferenceConfiguration.MaxTokens"/> of <see cref="InferenceConfig"/>, in short.</summary>
    /// <value>1 or more; null for the model's own default.</value>
    [JsonIgnore]
    public int? MaxTokens
    {
        get => InferenceConfig?.MaxTokens;
        set
        {
            if (value != MaxTokens)
            {
                (InferenceConfig ??= new InferenceConfiguration()).MaxTokens = value;
            }
        }
    }

    /// <summary>How freely the model chooses its words: <see cref="InferenceConfiguration.Temperature"/> of <see cref="InferenceConfig"/>, in short.</summary>
    /// <value>0 to 1; null for the model's own default.</value>
    [JsonIgnore]
    public double? Temperature
    {
        get => InferenceConfig?.Temperature;
        set
        {
            if (value != Temperature)
            {
                (InferenceConfig ??= new InferenceConfiguration()).Temperature = value;
            }
        }
    }

    /// <summary>A request with one question.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="maxTokens">The most tokens that the answer may have; the model's own default when null.</param>
    /// <param name="system">The instruction that the model keeps to; none when null.</param>
    /// <returns>The request.</returns>
    public static ConverseRequest For(string prompt, int? maxTokens = null, string? system = null)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return new ConverseRequest
        {
            Messages = [Message.User(prompt)],
            System = system is null ? null : [system],
            MaxTokens = maxTokens,
        };
    }

    /// <summary>A request with one question about images, documents and the like.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="content">What it is about, such as <c>await ImageBlock.FromFileAsync("photo.png")</c>.</param>
    /// <returns>The request.</returns>
    public static ConverseRequest For(string prompt, params ReadOnlySpan<ContentBlock> content)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return new ConverseRequest { Messages = [Message.User([prompt, .. content])] };
    }

    /// <summary>Sets <see cref="AdditionalModelRequestFields"/> from an object of a type of your own.</summary>
    /// <typeparam name="T">The type; it must be written as a JSON object.</typeparam>
    /// <param name="fields">The fields.</param>
    /// <param name="typeInfo">The type's metadata, from your own JSON context.</param>
    public void SetAdditionalModelRequestFields<T>(T fields, JsonTypeInfo<T> typeInfo) =>
        AdditionalModelRequestFields = JsonSerializer.SerializeToElement(fields, typeInfo);

    /// <summary>A copy of the request object alone; everything inside is shared.</summary>
    internal ConverseRequest ShallowCopy() => (ConverseRequest)MemberwiseClone();
}

public abstract partial class SystemContentBlock
{
    /// <summary>A block of text.</summary>
    /// <param name="text">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator SystemContentBlock?(string? text) => text is null ? null : new SystemTextContent(text);

    /// <summary>A cache point.</summary>
    /// <param name="cachePoint">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(cachePoint))]
    public static implicit operator SystemContentBlock?(CachePointBlock? cachePoint) => cachePoint is null ? null : new SystemCachePointContent(cachePoint);

    /// <summary>A block that a guardrail looks at.</summary>
    /// <param name="content">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(content))]
    public static implicit operator SystemContentBlock?(GuardrailConverseContentBlock? content) => content is null ? null : new SystemGuardContent(content);
}

public sealed partial class CachePointBlock
{
    /// <summary>A cache point of a certain life.</summary>
    /// <param name="ttl">How long the entry lives after its last use.</param>
    /// <returns>The cache point.</returns>
    public static CachePointBlock For(CacheTtl ttl) => new() { Ttl = ttl };
}

public abstract partial class PromptVariableValues
{
    /// <summary>A text.</summary>
    /// <param name="text">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator PromptVariableValues?(string? text) => text is null ? null : new TextPromptVariable(text);
}

public abstract partial class OutputFormatStructure
{
    /// <summary>A JSON schema.</summary>
    /// <param name="jsonSchema">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(jsonSchema))]
    public static implicit operator OutputFormatStructure?(JsonSchemaDefinition? jsonSchema) =>
        jsonSchema is null ? null : new JsonSchemaOutputStructure(jsonSchema);
}

public sealed partial class PerformanceConfiguration
{
    /// <summary>A latency.</summary>
    /// <param name="latency">The latency.</param>
    public static implicit operator PerformanceConfiguration(BedrockPerformanceLatency latency) => new() { Latency = latency };
}

public sealed partial class ServiceTier
{
    /// <summary>A tier.</summary>
    /// <param name="type">The tier.</param>
    public static implicit operator ServiceTier(BedrockServiceTier type) => new() { Type = type };
}

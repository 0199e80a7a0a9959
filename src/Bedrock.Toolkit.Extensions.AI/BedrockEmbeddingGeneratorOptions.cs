using Bedrock.Toolkit;

namespace Microsoft.Extensions.AI;

/// <summary>Settings of an embedding generator over Bedrock. Not thread-safe; read at each call, so leave them alone once the generator is in
/// use.</summary>
public sealed class BedrockEmbeddingGeneratorOptions
{
    /// <summary>The length of the vectors when the options of a call name none.</summary>
    /// <value>The model's default when null.</value>
    public int? Dimensions { get; set; }

    /// <summary>What the vectors are for when the options of a call do not say: a vector store never does.</summary>
    /// <value><see cref="EmbeddingPurpose.Document"/> by default; a generator that only searches has <see cref="EmbeddingPurpose.Query"/>.</value>
    public EmbeddingPurpose Purpose { get; set; }

    /// <summary>Settings of each call: time-outs, attempts, service tier, request metadata.</summary>
    /// <value>Null leaves all to the client.</value>
    public InvokeOptions? InvokeOptions { get; set; }

    /// <summary>The clock that dates vectors.</summary>
    /// <value><see cref="TimeProvider.System"/> by default.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}

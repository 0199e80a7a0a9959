using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Why a Titan Text model stopped writing. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html and recorded answers.</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<TitanCompletionReason>))]
public readonly record struct TitanCompletionReason(string Value) : IOpenValue<TitanCompletionReason>
{
    /// <summary>The answer is complete: what the models send, by recorded answers.</summary>
    public static TitanCompletionReason Finish { get; } = new("FINISH");

    /// <summary>The answer is complete: what AWS documents.</summary>
    public static TitanCompletionReason Finished { get; } = new("FINISHED");

    /// <summary>The answer was cut at the highest number of tokens.</summary>
    public static TitanCompletionReason Length { get; } = new("LENGTH");

    /// <summary>The model wrote a stop sequence.</summary>
    public static TitanCompletionReason StopCriteriaMet { get; } = new("STOP_CRITERIA_MET");

    /// <summary>The model wanted to look something up, but retrieval is not active.</summary>
    public static TitanCompletionReason RagQueryWhenRagDisabled { get; } = new("RAG_QUERY_WHEN_RAG_DISABLED");

    /// <summary>The content filter removed the text.</summary>
    public static TitanCompletionReason ContentFiltered { get; } = new("CONTENT_FILTERED");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator TitanCompletionReason(string value) => new(value);

    /// <inheritdoc/>
    public static TitanCompletionReason Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}

using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.ControlPlane;

/// <summary>What the manifest of a batch job counts. Not thread-safe.</summary>
internal sealed class BatchCounts
{
    private long _input;
    private long _output;

    public int Successes { get; set; }

    public int Errors { get; set; }

    public void Add(Answer answer)
    {
        (int? input, int? output) = AnswerTokens.Header(answer, AnswerTokens.InputHeader) is { } counted
            ? (counted, AnswerTokens.Header(answer, AnswerTokens.OutputHeader))
            : AnswerTokens.Of(answer.Body);
        _input += input ?? 0;
        _output += output ?? 0;
    }

    public byte[] ToJson(int total) => SimulatedJson.Object(writer =>
    {
        writer.WriteNumber("totalRecordCount", total);
        writer.WriteNumber("processedRecordCount", Successes + Errors);
        writer.WriteNumber("successRecordCount", Successes);
        writer.WriteNumber("errorRecordCount", Errors);
        writer.WriteNumber("inputTokenCount", _input);
        writer.WriteNumber("outputTokenCount", _output);
    });
}

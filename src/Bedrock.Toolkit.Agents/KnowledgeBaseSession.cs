using Bedrock.Toolkit.Agents.Runtime;

namespace Bedrock.Toolkit.Agents;

/// <summary>A conversation with a knowledge base: the service remembers the questions. Used by one caller at a time.</summary>
/// <remarks>The service forgets a session after a while; a question in it is then a <see cref="BedrockValidationException"/>.</remarks>
public sealed class KnowledgeBaseSession
{
    private readonly BedrockKnowledgeBase _knowledgeBase;

    internal KnowledgeBaseSession(BedrockKnowledgeBase knowledgeBase) => _knowledgeBase = knowledgeBase;

    /// <summary>The id that the service gave it.</summary>
    /// <value>Null before the first answer.</value>
    public string? SessionId { get; private set; }

    /// <summary>Asks the next question.</summary>
    /// <param name="question">At most 1,000 characters.</param>
    /// <param name="filter">Which documents count; all when null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">The question is blank or too long, or the store would pass over a part of the filter.</exception>
    /// <exception cref="BedrockException">The call failed.</exception>
    public async Task<KnowledgeBaseAnswer> AskAsync(string question, KnowledgeBaseFilter? filter = null, CancellationToken cancellationToken = default)
    {
        KnowledgeBaseAnswer answer = await _knowledgeBase.AskAsync(question, SessionId, filter, cancellationToken).ConfigureAwait(false);
        SessionId = answer.SessionId ?? SessionId;
        return answer;
    }

    /// <summary>Asks the next question and shows the answer piece by piece.</summary>
    /// <param name="question">At most 1,000 characters.</param>
    /// <param name="onText">Sees every piece of text.</param>
    /// <param name="filter">Which documents count; all when null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The whole answer.</returns>
    /// <exception cref="ArgumentException">The question is blank or too long, or the store would pass over a part of the filter.</exception>
    /// <exception cref="BedrockException">The call or the stream failed.</exception>
    public async Task<KnowledgeBaseAnswer> AskStreamAsync(
        string question, Action<string> onText, KnowledgeBaseFilter? filter = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(onText);
        BedrockStream<RetrieveAndGenerateStreamEvent, RetrieveAndGenerateStreamResponse> stream =
            await _knowledgeBase.AskStreamAsync(question, SessionId, filter, cancellationToken).ConfigureAwait(false);
        RetrieveAndGenerateStreamResponse response = await stream.ForEachAsync(
            streamEvent =>
            {
                if (streamEvent is RetrieveAndGenerateOutputEvent { Text: { Length: > 0 } text })
                {
                    onText(text);
                }
            },
            cancellationToken).ConfigureAwait(false);
        KnowledgeBaseAnswer answer = KnowledgeBaseAnswer.From(response);
        SessionId = answer.SessionId ?? SessionId;
        return answer;
    }
}

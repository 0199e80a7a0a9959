using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Converse;

/// <summary>Adds answers to a conversation. Stateless and thread-safe as far as the list is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MessageListExtensions
{
    /// <summary>Adds an answer of a model as its turn, in the form that the service takes back: <c>request.Messages.Add(reply, model)</c>.</summary>
    /// <remarks>
    /// Blank texts are left out, and a turn that has nothing else is not added. A call whose input is no object goes with <c>{}</c>; names and ids of
    /// calls that the service would refuse are changed, so make results by
    /// <see cref="ToolResultBlock.For(ToolUseBlock, ReadOnlySpan{ToolResultContentBlock})"/>
    /// for the calls of the added message. Reasoning that the model does not take back is left out.
    /// </remarks>
    /// <param name="messages">The conversation.</param>
    /// <param name="reply">The answer, of a call or of a stream; it stays as it is.</param>
    /// <param name="model">The model that the conversation goes to next.</param>
    /// <returns>The turn that was added; null when nothing was left of the answer.</returns>
    public static Message? Add(this IList<Message> messages, ConverseResponse reply, ModelId model) => messages.Add(reply, ModelRules.For(model));

    /// <summary>Adds an answer of a model as its turn, whoever it goes to next: as <see cref="Add(IList{Message}, ConverseResponse, ModelId)"/>, with the
    /// reasoning as it is.</summary>
    /// <param name="messages">The conversation.</param>
    /// <param name="reply">The answer, of a call or of a stream; it stays as it is.</param>
    /// <returns>The turn that was added; null when nothing was left of the answer.</returns>
    public static Message? Add(this IList<Message> messages, ConverseResponse reply) => messages.Add(reply, ModelRules.Unknown);

    /// <summary>Adds an answer of a model as its turn, in the form that a model takes back whose id hides it.</summary>
    /// <param name="messages">The conversation.</param>
    /// <param name="reply">The answer, of a call or of a stream; it stays as it is.</param>
    /// <param name="rules">What the model takes that the conversation goes to next.</param>
    /// <returns>The turn that was added; null when nothing was left of the answer.</returns>
    public static Message? Add(this IList<Message> messages, ConverseResponse reply, ModelRules rules)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(rules);
        Message? turn = new Replay(rules).Turn(reply.Message, nameof(reply));
        if (turn is not null)
        {
            messages.Add(turn);
        }

        return turn;
    }
}

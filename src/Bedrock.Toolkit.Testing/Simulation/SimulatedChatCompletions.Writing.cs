using System.Text;
using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

internal sealed partial class SimulatedChatCompletions
{
    private static void AddAnswer(List<byte[]> chunks, Reply reply, int index)
    {
        if (reply.IsCompletion)
        {
            List<string> added = SimulatedText.Pieces(reply.Text);
            for (int i = 0; i < added.Count; i++)
            {
                chunks.Add(Chunk(reply, index, writer => writer.WriteString("text", added[i]), i == added.Count - 1));
            }

            return;
        }

        chunks.Add(Delta(reply, index, static writer =>
        {
            writer.WriteString("role", "assistant");
            writer.WriteString("content", string.Empty);
        }));
        foreach (string piece in SimulatedText.Pieces(reply.SeparateThought ?? string.Empty))
        {
            chunks.Add(Delta(reply, index, writer => writer.WriteString("reasoning_content", piece)));
        }

        foreach (string piece in SimulatedText.Pieces(reply.Content))
        {
            chunks.Add(Delta(reply, index, writer => writer.WriteString("content", piece)));
        }

        if (reply.ToolCall is { } call)
        {
            chunks.Add(Delta(reply, index, writer => WriteToolCall(writer, call.Id, call.Name, string.Empty)));
            foreach (string piece in JsonPieces(call.Arguments))
            {
                chunks.Add(Delta(reply, index, writer => WriteToolCall(writer, null, null, piece)));
            }
        }

        chunks.Add(Delta(reply, index, static _ => { }, isLast: true));
    }

    private static byte[] Delta(Reply reply, int index, Action<Utf8JsonWriter> members, bool isLast = false) => Chunk(
        reply,
        index,
        writer =>
        {
            writer.WriteStartObject("delta");
            members(writer);
            writer.WriteEndObject();
            if (isLast && reply.HasLogprobs)
            {
                WriteLogprobs(writer, reply);
            }
        },
        isLast);

    private static byte[] Chunk(Reply reply, int index, Action<Utf8JsonWriter> piece, bool isLast) => SimulatedJson.Object(writer =>
    {
        WriteHead(writer, reply, reply.IsCompletion ? "text_completion" : "chat.completion.chunk");
        writer.WriteStartArray("choices");
        writer.WriteStartObject();
        writer.WriteNumber("index", index);
        piece(writer);
        writer.WriteString("finish_reason", isLast ? reply.FinishReason : null);
        writer.WriteEndObject();
        writer.WriteEndArray();
        if (isLast && index == reply.Answers - 1)
        {
            WriteUsage(writer, reply);
        }
    });

    private static IEnumerable<string> JsonPieces(string json)
    {
        int start = 0;
        while (start < json.Length)
        {
            int end = Math.Min(start + JsonPieceLength, json.Length);
            end += end < json.Length && char.IsLowSurrogate(json[end]) ? 1 : 0;
            yield return json[start..end];
            start = end;
        }
    }

    private static void WriteHead(Utf8JsonWriter writer, Reply reply, string kind)
    {
        writer.WriteString("id", reply.Id);
        writer.WriteString("object", kind);
        writer.WriteNumber("created", Created);
        writer.WriteString("model", reply.Model);
    }

    private static void WriteWhole(Utf8JsonWriter writer, Reply reply)
    {
        if (reply.IsCompletion)
        {
            writer.WriteString("text", reply.Text);
            return;
        }

        writer.WriteStartObject("message");
        writer.WriteString("role", "assistant");
        writer.WriteString("content", reply.ToolCall is not null && reply.Content.Length == 0 ? null : reply.Content);
        if (reply.SeparateThought is { } thought)
        {
            writer.WriteString("reasoning_content", thought);
        }

        if (reply.ToolCall is { } call)
        {
            WriteToolCall(writer, call.Id, call.Name, call.Arguments, inStream: false);
        }

        writer.WriteEndObject();
        if (reply.HasLogprobs)
        {
            WriteLogprobs(writer, reply);
        }
        else
        {
            writer.WriteNull("logprobs");
        }
    }

    private static void WriteToolCall(Utf8JsonWriter writer, string? id, string? name, string arguments, bool inStream = true)
    {
        writer.WriteStartArray("tool_calls");
        writer.WriteStartObject();
        if (inStream)
        {
            writer.WriteNumber("index", 0);
        }

        if (id is not null)
        {
            writer.WriteString("id", id);
            writer.WriteString("type", "function");
        }

        writer.WriteStartObject("function");
        if (name is not null)
        {
            writer.WriteString("name", name);
        }

        writer.WriteString("arguments", arguments);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    // Every word is a token that the model was nearly sure of.
    private static void WriteLogprobs(Utf8JsonWriter writer, Reply reply)
    {
        writer.WriteStartObject("logprobs");
        writer.WriteStartArray("content");
        foreach (string word in reply.Content.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            writer.WriteStartObject();
            writer.WriteString("token", word);
            writer.WriteNumber("logprob", -0.25);
            writer.WriteStartArray("bytes");
            foreach (byte value in Encoding.UTF8.GetBytes(word))
            {
                writer.WriteNumberValue(value);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("top_logprobs");
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteUsage(Utf8JsonWriter writer, Reply reply)
    {
        writer.WriteStartObject("usage");
        writer.WriteNumber("prompt_tokens", reply.InputTokens);
        writer.WriteNumber("completion_tokens", reply.OutputTokens);
        writer.WriteNumber("total_tokens", reply.InputTokens + reply.OutputTokens);
        writer.WriteEndObject();
    }
}

using System.Text;
using Bedrock.Toolkit.Agents.Runtime;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Agents;

/// <summary>Agents that answer by script; one without a script says what it was asked.</summary>
internal static class AgentOperations
{
    public static Answer InvokeAgent(AgentsCall call)
    {
        InvokeAgentRequest request = call.Read<InvokeAgentRequest>();
        if (!call.State.Agents.TryGetValue(request.AgentId, out Func<FakeAgentTurn, FakeAgentReply>? script))
        {
            script = static turn => FakeAgentReply.Say(turn.Results.Count > 0
                ? SimulatedText.AnswerToTool(string.Join("; ", turn.Results))
                : SimulatedText.Answer(turn.Text, null));
        }

        FakeAgentReply reply = script(new FakeAgentTurn(request));
        var events = new EventList();
        foreach (AgentTraceEvent trace in request.EnableTrace == true ? reply.Traces : [])
        {
            events.Add("trace", trace);
        }

        byte[] text = Encoding.UTF8.GetBytes(reply.Text);
        if (text.Length > 0 && request.StreamingConfigurations?.StreamFinalResponse == true)
        {
            string[] words = reply.Text.Split(' ');
            for (int i = 0; i < words.Length; i++)
            {
                byte[] piece = Encoding.UTF8.GetBytes(i == 0 ? words[i] : " " + words[i]);
                events.Add("chunk", new AgentChunkEvent { Bytes = piece, Attribution = i == words.Length - 1 ? reply.Attribution : null });
            }
        }
        else if (text.Length > 0)
        {
            events.Add("chunk", new AgentChunkEvent { Bytes = text, Attribution = reply.Attribution });
        }

        if (reply.Calls.Count > 0)
        {
            events.Add("returnControl", new AgentReturnControlEvent { InvocationId = call.State.NextUuid(), InvocationInputs = [.. reply.Calls] });
        }

        Answer answer = events.ToAnswer();
        answer.Add("x-amz-bedrock-agent-session-id", request.SessionId);
        answer.Add("x-amzn-bedrock-agent-content-type", "application/json");
        return answer;
    }

    public static Answer InvokeRuntime(AgentsCall call)
    {
        string arn = call.Label("agentRuntimeArn");
        string session = call.Call.Request.Header("X-Amzn-Bedrock-AgentCore-Runtime-Session-Id") ?? Guid.NewGuid().ToString();
        var asked = new FakeRuntimeCall(arn, session, call.Call.Request.Body, call.Call.Request.Header("Content-Type"), call.Call.Request.Header("Accept"));
        FakeRuntimeAnswer answered = call.State.Runtimes.TryGetValue(arn, out Func<FakeRuntimeCall, FakeRuntimeAnswer>? script)
            ? script(asked)
            : FakeRuntimeAnswer.Json(asked.Payload);
        Answer answer = answered.Events is not { } events
            ? Answer.Raw(200, answered.ContentType, answered.Body)
            : new Answer { Frames = Lines(events) };
        if (answered.Events is not null)
        {
            answer.Add("Content-Type", "text/event-stream");
        }

        answer.Add("X-Amzn-Bedrock-AgentCore-Runtime-Session-Id", session);
        return answer;
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Lines(IReadOnlyList<string> events)
    {
        foreach (string data in events)
        {
            var text = new StringBuilder();
            foreach (string line in data.Split('\n'))
            {
                text.Append("data: ").Append(line).Append('\n');
            }

            yield return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }
}

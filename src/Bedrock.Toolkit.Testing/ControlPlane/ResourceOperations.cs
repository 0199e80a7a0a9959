using System.Text.Json.Nodes;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.ControlPlane;

/// <summary>What every kind can do: come to be, be shown, listed, changed, stopped and removed.</summary>
internal static class ResourceOperations
{
    private static readonly string[] Tokens = ["clientRequestToken", "clientToken"];
    private static readonly string[] TagMembers = ["tags", "jobTags", "modelTags"];

    private static readonly Dictionary<string, (ResourceKind Kind, Func<ResourceKind, ControlCall, JsonObject> Answer)> ByOperation = ResourceKinds.All
        .SelectMany(static kind => new (string? Operation, Func<ResourceKind, ControlCall, JsonObject> Answer)[]
        {
            (kind.Create, Create), (kind.Get, Get), (kind.List, List), (kind.Update, Update), (kind.Delete, Delete), (kind.Stop, Stop),
        }.Where(static one => one.Operation is not null).Select(one => (one.Operation, Kind: kind, one.Answer)))
        .ToDictionary(static one => one.Operation!, static one => (one.Kind, one.Answer));

    /// <summary>Answers a call; null when no kind has the operation.</summary>
    public static JsonObject? Answer(ControlCall call) =>
        ByOperation.TryGetValue(call.Operation.Name, out (ResourceKind Kind, Func<ResourceKind, ControlCall, JsonObject> Answer) found)
            ? found.Answer(found.Kind, call)
            : null;

    /// <summary>The one that the path names.</summary>
    /// <exception cref="ServiceFailure">There is none.</exception>
    public static Resource Named(ResourceKind kind, ControlCall call)
    {
        MemberFacts label = ServiceFacts.Bedrock[call.Operation.Input].Members.Last(static member => member.Location == "uri");
        return call.State.Find(kind, call.Text(label.Name)!, call.Now, OwnerOf(kind, call)) ?? throw ControlCall.NotFound(kind.Name);
    }

    private static JsonObject Create(ResourceKind kind, ControlCall call)
    {
        CheckOwner(kind, call);
        string? token = Tokens.Select(call.Text).FirstOrDefault(static text => text is not null);
        if (token is not null && call.State.FindByToken(kind, token) is { } same)
        {
            return JsonNode.DeepEquals(same.Request, call.Request) ? same.View(call.Now) : throw call.Conflict("The token was used for another request.");
        }

        var body = (JsonObject)call.Request.DeepClone();
        string name = kind.NameMember.Length == 0 ? string.Empty : body[kind.NameMember]?.GetValue<string>() ?? string.Empty;
        if (kind.IsNameUnique && name.Length > 0 && call.State.Of(kind, call.Now).Any(one => one.Name == name))
        {
            throw call.Conflict($"A {kind.Name} with this name exists already.");
        }

        kind.Complete?.Invoke(body, call);
        Resource made = call.State.Add(kind, body, call, token);
        foreach (string member in TagMembers)
        {
            ControlState.Tag(made, body[member]);
        }

        if (kind.Yields is { } yields)
        {
            (ResourceKind result, JsonObject resultBody, string[] members, JsonNode? tags) = yields(made, call);
            result.Complete?.Invoke(resultBody, call);
            Resource yielded = call.State.Add(result, resultBody, call, maker: made);
            ControlState.Tag(yielded, tags);
            foreach (string member in members)
            {
                // A copy says from its start where it goes.
                (kind == ResourceKinds.CopyJob ? made.Body : made.Results)[member] = yielded.Arn;
            }
        }

        return made.View(call.Now);
    }

    private static JsonObject Get(ResourceKind kind, ControlCall call) => Named(kind, call).View(call.Now);

    private static JsonObject List(ResourceKind kind, ControlCall call)
    {
        CheckOwner(kind, call);
        string? owner = OwnerOf(kind, call);
        return ResourcePages.Of(call, call.State.Of(kind, call.Now).Where(one => kind.Owner is null || one.Owner == owner).Select(one => one.View(call.Now)),
            kind.NameMember.Length == 0 ? "targetModelName" : kind.NameMember);
    }

    private static JsonObject Update(ResourceKind kind, ControlCall call)
    {
        Resource changed = Named(kind, call);
        HashSet<string> labels = [.. ServiceFacts.Bedrock[call.Operation.Input].Members.Where(static m => m.Location == "uri").Select(static m => m.Name)];
        if (kind.UpdateReplaces)
        {
            changed.Body.Clear();
        }

        foreach ((string member, JsonNode? value) in call.Request)
        {
            if (!labels.Contains(member))
            {
                changed.Body[member] = value?.DeepClone();
            }
        }

        kind.Complete?.Invoke(changed.Body, call);
        changed.Change(call.Now);
        return changed.View(call.Now);
    }

    private static JsonObject Delete(ResourceKind kind, ControlCall call)
    {
        Resource gone = Named(kind, call);
        if (kind == ResourceKinds.CustomModel && IsInUse(gone.Arn, call))
        {
            throw call.Conflict("The custom model is in use by a deployment or a provisioned throughput.");
        }

        call.State.Remove(gone);
        return [];
    }

    private static JsonObject Stop(ResourceKind kind, ControlCall call)
    {
        Resource job = Named(kind, call);
        if (job.IsEnded(call.Now))
        {
            throw call.Conflict($"The {kind.Name} has ended: its status is {job.StatusAt(call.Now)}.");
        }

        job.Stop(call.Now);
        return [];
    }

    private static bool IsInUse(string arn, ControlCall call) =>
        new[] { ResourceKinds.Deployment, ResourceKinds.ProvisionedThroughput }.SelectMany(kind => call.State.Of(kind, call.Now))
            .Any(one => one.Body["modelArn"]?.GetValue<string>() == arn);

    private static string? OwnerOf(ResourceKind kind, ControlCall call) => kind.Owner is { } owner ? call.Text(owner) : null;

    private static void CheckOwner(ResourceKind kind, ControlCall call)
    {
        if (OwnerOf(kind, call) is { } owner && call.State.FindByArn(owner, call.Now) is null)
        {
            throw ControlCall.NotFound(ReasoningKinds.Policy.Name);
        }
    }
}

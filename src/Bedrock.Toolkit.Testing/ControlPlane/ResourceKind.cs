using System.Text.Json.Nodes;

namespace Bedrock.Toolkit.Testing.ControlPlane;

/// <summary>A kind of thing that the control plane keeps: which operations make, show, change and remove it, and how it goes on by itself.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="ArnMember">The member of its answers that holds its ARN.</param>
/// <param name="NameMember">The member that holds its name; empty for one without a name.</param>
internal sealed record ResourceKind(string Name, string ArnMember, string NameMember)
{
    public string? Create { get; init; }

    public string? Get { get; init; }

    public string? List { get; init; }

    public string? Update { get; init; }

    public string? Delete { get; init; }

    public string? Stop { get; init; }

    /// <summary>The resource part of its ARN, by the new id and the call that makes it.</summary>
    public required Func<string, ControlCall, string> Path { get; init; }

    /// <summary>Makes an id from a number.</summary>
    public Func<int, string> Id { get; init; } = static number => "simulated" + number.ToString("x3", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The member that holds the id alone; null when answers have the ARN only.</summary>
    public string? IdMember { get; init; }

    /// <summary>The member of requests and answers that says whose it is; null for what belongs to the account.</summary>
    public string? Owner { get; init; }

    /// <summary>The member of an answer that holds all others; null when they stand beside one another.</summary>
    public string? Wrap { get; init; }

    public string StatusMember { get; init; } = "status";

    /// <summary>The statuses that it has one after the other; the last one stays.</summary>
    public IReadOnlyList<string> Course { get; init; } = [];

    /// <summary>The statuses while and after it is stopped.</summary>
    public (string Stopping, string Stopped) Stops { get; init; } = ("Stopping", "Stopped");

    public string Failed { get; init; } = "Failed";

    /// <summary>Where its answers say why it failed.</summary>
    public string FailureMember { get; init; } = "failureMessage";

    public bool IsNameUnique { get; init; } = true;

    /// <summary>Whether an update takes away what it does not mention.</summary>
    public bool UpdateReplaces { get; init; }

    /// <summary>Names of members in answers, by the names that requests or other answers have for them.</summary>
    public IReadOnlyList<(string From, string To)> Aliases { get; init; } = [];

    /// <summary>Adds what the service finds out by itself; runs when one is made and when it is changed.</summary>
    public Action<JsonObject, ControlCall>? Complete { get; init; }

    /// <summary>What comes to be when it has run to its end; the members of the one that tell of the other are added then.</summary>
    public Func<Resource, ControlCall, (ResourceKind Kind, JsonObject Body, string[] Members, JsonNode? Tags)>? Yields { get; init; }

    /// <summary>The operations of the kind.</summary>
    public IEnumerable<string> Operations => new[] { Create, Get, List, Update, Delete, Stop }.OfType<string>();
}

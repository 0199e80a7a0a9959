namespace Bedrock.Toolkit.Testing;

/// <summary>A call is not on the file of a <see cref="Cassette"/>, which may not record it. Comes out of the client as it is.</summary>
public sealed class CassetteMismatchException : InvalidOperationException
{
    internal CassetteMismatchException(string message, IReadOnlyList<string> changedMembers)
        : base(message) => ChangedMembers = changedMembers;

    /// <summary>The members in which the call differs from the nearest one on the file.</summary>
    /// <value>Such as <c>body.messages[0].content[0].text</c>; empty when the file holds nothing.</value>
    public IReadOnlyList<string> ChangedMembers { get; }
}

namespace PropertyDesk.Domain;

/// <summary>There is no such thing here: it does not exist, or it belongs to another company. Answered with 404.</summary>
public sealed class NotFoundException(string what, object? id = null) : Exception($"{what} {id} not found")
{
    public static T Check<T>(T? found, object? id = null)
        where T : class => found ?? throw new NotFoundException(typeof(T).Name, id);
}
